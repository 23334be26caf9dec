import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Right } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { useLanguage } from '@/ui/language';
import { Loaded } from '@/ui/state/loaded';
import { rightsQuery } from '../queries';

/** What somebody may do at this moment, and because of which role held where. */
export function AccountRights({ id }: { id: string }) {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const rights = useQuery(rightsQuery(id));
  const because = ({ role, reaches, withheld }: Right['because'][number]) => {
    const words = t('because', {
      role: text(role.role_name),
      place: role.organisation ? text(role.organisation.name) : '—',
      count: reaches,
    });
    return withheld ? `${words} ${t(`why_${withheld}`)}` : words;
  };
  const columns: Column<Right>[] = [
    { key: 'action', title: t('may'), isRowHeader: true, cell: ({ name }) => text(name) },
    {
      key: 'because',
      title: t('why'),
      cell: ({ because: reasons }) =>
        reasons.length > 0 ? reasons.map((reason) => because(reason)).join('；') : t('oneself'),
    },
  ];
  return (
    <Loaded query={rights} lines={4} heading="h2">
      {({ items }) => (
        <DataTable
          caption={t('rights')}
          columns={columns}
          rows={items}
          rowKey={({ action }) => action}
        />
      )}
    </Loaded>
  );
}
