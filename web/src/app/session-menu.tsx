import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { client, done } from '@/api/client';
import { changePerson, sessionQuery } from '@/api/session';
import { paths } from '@/ui/paths';
import { isAtWork, openTo } from './administration';
import styles from './shell.module.css';
import { UnsentDialog } from './unsent-dialog';
import { useOwnLanguage } from './use-own-language';

/** What was typed here and has not reached the server; read only where somebody may have typed something. */
async function draftsOnThisMachine() {
  const store = await import('@/features/collection/drafts/draft-store').catch(() => null);
  return store?.drafts ?? null;
}

/** Who is signed in, the way to their own account, and out. */
export function SessionMenu() {
  const { t } = useTranslation('app');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery());
  useOwnLanguage(session.data);
  const [unsent, setUnsent] = useState(0);
  const atWork = isAtWork(session.data);
  const signOut = useMutation({
    mutationFn: async () => {
      // The next person at this machine finds nothing of it.
      if (atWork) await (await draftsOnThisMachine())?.forgetAll().catch(() => undefined);
      await done(client.DELETE('/api/v1/session'));
    },
    onSettled: async () => {
      await navigate(paths.signIn());
      await changePerson();
    },
  });
  const { state, account } = session.data ?? {};
  if (!state) return null;
  if (state === 'anonymous') {
    return pathname === paths.signIn() ? null : (
      <Link className={styles['person']} to={paths.signIn(pathname + search)}>
        {t('sign_in')}
      </Link>
    );
  }
  const [first] = openTo(session.data);
  const leave = async () => {
    const store = atWork && account ? await draftsOnThisMachine() : null;
    const count = await store?.count(account?.id ?? '').catch(() => 0);
    setUnsent(count ?? 0);
    if (!count) signOut.mutate();
  };
  return (
    <div className={styles['session']}>
      {atWork && (
        <Link className={styles['person']} to={paths.workbench}>
          {t('workbench')}
        </Link>
      )}
      {first && (
        <Link className={styles['person']} to={first.to}>
          {t('administration')}
        </Link>
      )}
      {state === 'signed_in' && (
        <Link
          className={styles['person']}
          to={paths.myAccount}
          aria-label={t('my_account_of', { name: account?.name })}
        >
          {account?.name}
        </Link>
      )}
      <button
        type="button"
        className={styles['language']}
        disabled={signOut.isPending}
        onClick={() => void leave()}
      >
        {t('sign_out')}
      </button>
      {unsent > 0 && (
        <UnsentDialog
          count={unsent}
          onStay={() => setUnsent(0)}
          onLeave={() => {
            setUnsent(0);
            signOut.mutate();
          }}
        />
      )}
    </div>
  );
}
