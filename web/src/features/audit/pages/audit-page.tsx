import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '@/ui/page/page-head';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { useSearchState } from '@/ui/use-search-state';
import { AuditExport } from '../components/audit-export';
import { AuditSearch } from '../components/audit-search';
import styles from '../components/audit.module.css';
import { EntryList } from '../components/entry-list';
import { entriesQuery, peopleQuery, readAsked } from '../queries';

export function Component() {
  const { t } = useTranslation('audit');
  const [search, change] = useSearchState();
  const asked = readAsked(search);
  const entries = useQuery(entriesQuery(asked));
  const people = (useQuery(peopleQuery()).data ?? []).map(({ id, name, login }) => ({
    value: `account:${id}`,
    label: t('person', { name, login }),
  }));
  const names = new Map(people.map(({ value, label }) => [value, label]));
  const goTo = (before: number | null) =>
    change({ before: before === null ? null : String(before) }, true);
  return (
    <>
      <PageHead overline={'\u00a0'} title={t('audit')} isSynthetic={false}>
        <p>{t('lead')}</p>
      </PageHead>
      <AuditSearch asked={asked} people={people} />
      <Loaded query={entries}>
        {({ items, next }) => (
          <>
            {items.length > 0 ? (
              <EntryList entries={items} names={names} />
            ) : (
              <Nothing title={t('nothing')} detail={t('nothing_detail')} />
            )}
            <div className={styles['pages']}>
              {asked.before !== null && (
                <Button onClick={() => goTo(null)}>{t('newest')}</Button>
              )}
              {next && <Button onClick={() => goTo(next)}>{t('older')}</Button>}
            </div>
          </>
        )}
      </Loaded>
      <AuditExport />
    </>
  );
}
