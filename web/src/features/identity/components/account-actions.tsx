import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Account, Invitation } from '@/api/types';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import { reloadAccounts } from '../queries';
import styles from './identity.module.css';
import { InvitationLink } from './invitation-link';

type Act = 'disable' | 'enable' | 'reset-second-factor' | 'invite' | 'end-sessions';

function actsOf({ state, has_second_factor: hasSecondFactor }: Account, isSystem: boolean): Act[] {
  const ends: Act[] = state === 'active' ? ['end-sessions'] : [];
  if (!isSystem) return ends;
  if (state === 'invited') return ['invite', 'disable'];
  if (state === 'disabled') return ['enable'];
  return [...ends, ...(hasSecondFactor ? (['reset-second-factor'] as const) : []), 'disable'];
}

/** What an administrator does with an account; each is asked for once more. */
export function AccountActions({ account, isSystem }: { account: Account; isSystem: boolean }) {
  const { t } = useTranslation('identity');
  const act = useMutation({
    mutationFn: async (which: Act): Promise<Invitation | null> => {
      const path = { id: account.id };
      const params = { path, header: ifMatch(account.version) };
      if (which === 'invite') return read(client.POST('/api/v1/accounts/{id}/invite', { params }));
      if (which === 'end-sessions') {
        await read(client.POST('/api/v1/accounts/{id}/end-sessions', { params: { path } }));
      } else if (which === 'disable') {
        await read(client.POST('/api/v1/accounts/{id}/disable', { params }));
      } else if (which === 'enable') {
        await read(client.POST('/api/v1/accounts/{id}/enable', { params }));
      } else {
        await read(client.POST('/api/v1/accounts/{id}/reset-second-factor', { params }));
      }
      return null;
    },
    onSuccess: reloadAccounts,
  });
  return (
    <>
      <div className={styles['buttons']}>
        {actsOf(account, isSystem).map((which) => (
          <Popconfirm
            key={which}
            title={t(`sure_${which}`, { name: account.name })}
            okText={t(`act_${which}`)}
            onConfirm={() => act.mutate(which)}
          >
            <Button danger={which === 'disable'} loading={act.isPending && act.variables === which}>
              {t(`act_${which}`)}
            </Button>
          </Popconfirm>
        ))}
      </div>
      <FormProblem error={act.error} onReload={() => void reloadAccounts().then(act.reset)} />
      {act.isSuccess && !act.data && <Notice>{t(`did_${act.variables}`)}</Notice>}
      {act.data && <InvitationLink invitation={act.data} />}
    </>
  );
}
