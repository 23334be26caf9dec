import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Holder } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { holdersQuery } from '../queries';
import styles from './identity.module.css';

/** Who may do an action in an organisation, and by which role. */
export function HolderList({ action, organisation }: { action: string; organisation: string }) {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const holders = useQuery(holdersQuery(action, organisation));
  const columns: Column<Holder>[] = [
    {
      key: 'name',
      title: t('name'),
      isRowHeader: true,
      cell: ({ id, name, login }) => (
        <span className={styles['name']}>
          <Link to={paths.account(id)}>{name}</Link>
          <span className={styles['login']}>{login}</span>
        </span>
      ),
    },
    {
      key: 'organisation',
      title: t('organisation'),
      cell: ({ organisation: place }) => (place ? text(place.name) : '—'),
    },
    {
      key: 'because',
      title: t('why'),
      cell: ({ because }) =>
        t('because_held', {
          role: text(because.role_name),
          place: because.organisation ? text(because.organisation.name) : '—',
        }),
    },
  ];
  return (
    <Loaded query={holders} lines={4} heading="h2">
      {({ items, roles }) => (
        <>
          <p className="muted">
            {roles.length > 0
              ? t('carried_by', { roles: roles.map((role) => t(`ui:role_${role}`)).join('、') })
              : t('carried_by_everybody')}
          </p>
          <DataTable
            caption={t('who_may')}
            columns={columns}
            rows={items}
            rowKey={({ id, because }) => `${id}-${because.id}`}
          />
        </>
      )}
    </Loaded>
  );
}
