import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { client, done } from '@/api/client';
import { changePerson, sessionQuery } from '@/api/session';
import { paths } from '@/ui/paths';
import { openTo } from './administration';
import styles from './shell.module.css';
import { useOwnLanguage } from './use-own-language';

/** Who is signed in, the way to their own account, and out. */
export function SessionMenu() {
  const { t } = useTranslation('app');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery());
  useOwnLanguage(session.data);
  const signOut = useMutation({
    mutationFn: () => done(client.DELETE('/api/v1/session')),
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
  return (
    <div className={styles['session']}>
      {first && (
        <Link className={styles['person']} to={first.to}>
          {t('administration')}
        </Link>
      )}
      {state === 'signed_in' && (
        <Link className={styles['person']} to={paths.myAccount} aria-label={t('my_account_of', { name: account?.name })}>
          {account?.name}
        </Link>
      )}
      <button
        type="button"
        className={styles['language']}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('sign_out')}
      </button>
    </div>
  );
}
