import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, done } from '@/api/client';
import { queryClient } from '@/api/query-client';
import type { OwnSession } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { FormProblem } from '@/ui/form/form-problem';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Loaded } from '@/ui/state/loaded';
import { mySessionsQuery } from '../queries';
import { browserName } from '../browser-name';

/** Where one is signed in, each to be ended. */
export function MySessions() {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const sessions = useQuery(mySessionsQuery());
  const end = useMutation({
    mutationFn: (id: string) =>
      done(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mySessionsQuery().queryKey }),
  });
  const columns: Column<OwnSession>[] = [
    {
      key: 'agent',
      title: t('browser'),
      isRowHeader: true,
      cell: ({ agent, is_this: isThis }) =>
        isThis ? t('this_session', { name: browserName(agent) }) : browserName(agent),
    },
    { key: 'address', title: t('address'), cell: ({ address }) => address ?? '—' },
    {
      key: 'seen',
      title: t('seen'),
      cell: ({ seen_at: seen }) => formatMoment(seen, language),
    },
    {
      key: 'created',
      title: t('signed_in_at'),
      cell: ({ created_at: created }) => formatMoment(created, language),
    },
    {
      key: 'end',
      title: t('actions'),
      cell: ({ id, is_this: isThis, agent }) =>
        isThis ? (
          '—'
        ) : (
          <Button
            size="small"
            disabled={end.isPending}
            aria-label={t('end_session_of', { name: browserName(agent) })}
            onClick={() => end.mutate(id)}
          >
            {t('end_session')}
          </Button>
        ),
    },
  ];
  return (
    <Loaded query={sessions} lines={3} heading="h2">
      {({ items }) => (
        <>
          <FormProblem error={end.error} />
          <DataTable
            caption={t('sessions')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Loaded>
  );
}
