import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, done } from '@/api/client';
import { queryClient } from '@/api/query-client';
import type { Token } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { FormProblem } from '@/ui/form/form-problem';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { actionKey } from '@/ui/rights';
import { Loaded } from '@/ui/state/loaded';
import { myTokensQuery } from '../queries';
import { MakeToken } from './make-token';

/** Tokens for machines that act for oneself. */
export function MyTokens() {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const tokens = useQuery(myTokensQuery());
  const revoke = useMutation({
    mutationFn: (id: string) =>
      done(client.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: myTokensQuery().queryKey }),
  });
  const columns: Column<Token>[] = [
    { key: 'name', title: t('token_name'), isRowHeader: true, cell: ({ name }) => name },
    {
      key: 'scope',
      title: t('token_scope'),
      cell: ({ actions }) => actions.map((action) => t(actionKey(action))).join('、'),
    },
    {
      key: 'expires',
      title: t('expires'),
      cell: ({ expires_at: expires, counts }) =>
        counts ? formatMoment(expires, language) : t('token_void'),
    },
    {
      key: 'used',
      title: t('last_used'),
      cell: ({ used_at: used }) => (used ? formatMoment(used, language) : t('never')),
    },
    {
      key: 'revoke',
      title: t('actions'),
      cell: ({ id, name }) => (
        <Button
          size="small"
          disabled={revoke.isPending}
          aria-label={t('revoke_of', { name })}
          onClick={() => revoke.mutate(id)}
        >
          {t('revoke')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <Loaded query={tokens} lines={2} heading="h2">
        {({ items }) =>
          items.length > 0 ? (
            <>
              <FormProblem error={revoke.error} />
              <DataTable
                caption={t('tokens')}
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
              />
            </>
          ) : (
            <p className="muted">{t('no_tokens')}</p>
          )
        }
      </Loaded>
      <MakeToken />
    </>
  );
}
