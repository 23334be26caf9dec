import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { holdsOne, sessionQuery } from '@/api/session';
import { PageHead } from '@/ui/page/page-head';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { useSearchState } from '@/ui/use-search-state';
import { CreateOrganisation } from '../components/create-organisation';
import { OrganisationTree } from '../components/organisation-tree';
import styles from '../components/organisations.module.css';
import { organisationsQuery } from '../queries';
import { treeOf } from '../tree';

export function Component() {
  const { t } = useTranslation('organisations');
  const [search, change] = useSearchState();
  const session = useQuery(sessionQuery());
  const query = useQuery(organisationsQuery());
  const withClosed = search.has('closed');
  return (
    <>
      <PageHead
        overline={query.data ? t('count', { count: query.data.items.length }) : '\u00a0'}
        title={t('organisations')}
        isSynthetic={false}
      />
      {holdsOne(session.data, ['system_admin']) && <CreateOrganisation />}
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              {items.some(({ closed_at: closed }) => closed) && (
                <Checkbox
                  className={styles['switch'] ?? ''}
                  checked={withClosed}
                  onChange={({ target }) => change({ closed: target.checked ? '1' : null })}
                >
                  {t('show_closed')}
                </Checkbox>
              )}
              <OrganisationTree
                branches={treeOf(
                  items.filter(({ closed_at: closed }) => withClosed || !closed),
                )}
              />
            </>
          ) : (
            <Nothing title={t('no_organisations')} detail={t('no_organisations_detail')} />
          )
        }
      </Loaded>
    </>
  );
}
