import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Account, Grant } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { FormProblem } from '@/ui/form/form-problem';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { reloadAccounts } from '../queries';

/** The roles held, where and until when; taken back by who grants roles. */
export function AccountRoles({ account, isSecurity }: { account: Account; isSecurity: boolean }) {
  const { t } = useTranslation('identity');
  const { text, language } = useLanguage();
  const end = useMutation({
    mutationFn: (grant: string) =>
      read(
        client.DELETE('/api/v1/accounts/{id}/roles/{grant}', {
          params: { path: { id: account.id, grant }, header: ifMatch(account.version) },
        }),
      ),
    onSuccess: reloadAccounts,
  });
  const columns: Column<Grant>[] = [
    { key: 'role', title: t('role'), isRowHeader: true, cell: ({ role_name: name }) => text(name) },
    {
      key: 'organisation',
      title: t('organisation'),
      cell: ({ organisation }) => (organisation ? text(organisation.name) : '—'),
    },
    { key: 'from', title: t('from'), cell: ({ from }) => formatMoment(from, language) },
    {
      key: 'until',
      title: t('until'),
      cell: ({ until }) => (until ? formatMoment(until, language) : t('until_ended')),
    },
    {
      key: 'end',
      title: t('actions'),
      cell: ({ id, role_name: name }) =>
        isSecurity ? (
          <Popconfirm
            title={t('sure_end_role', { name: account.name, role: text(name) })}
            okText={t('end_role')}
            onConfirm={() => end.mutate(id)}
          >
            <Button size="small" aria-label={t('end_role_of', { role: text(name) })}>
              {t('end_role')}
            </Button>
          </Popconfirm>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <>
      <FormProblem error={end.error} onReload={() => void reloadAccounts().then(end.reset)} />
      {account.roles.length > 0 ? (
        <DataTable
          caption={t('roles')}
          columns={columns}
          rows={account.roles}
          rowKey={({ id }) => id}
        />
      ) : (
        <p className="muted">{t('holds_no_roles')}</p>
      )}
    </>
  );
}
