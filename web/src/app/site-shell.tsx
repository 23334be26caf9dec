import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '@/api/session';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Header } from './header';
import { mayAdminister, openTo } from './administration';
import styles from './shell.module.css';
import { useFocusOnNavigation } from './use-focus-on-navigation';

/** Head and page of what belongs to no strategy: signing in, the first start, an invitation. */
export function SiteShell() {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const main = useFocusOnNavigation(pathname);
  return (
    <>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <Header strategy={undefined} />
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </>
  );
}

/** Pages for those who are signed in; the others sign in first and come back. */
export function SignedInOnly() {
  const { pathname, search } = useLocation();
  const session = useQuery(sessionQuery());
  return (
    <Loaded query={session}>
      {({ state }) =>
        state === 'signed_in' ? (
          <Outlet />
        ) : (
          <Navigate replace to={paths.signIn(pathname + search)} />
        )
      }
    </Loaded>
  );
}

/** The pages of the administrators, each with those that one may open beside it. */
export function AdministrationShell() {
  const { t } = useTranslation('app');
  const session = useQuery(sessionQuery());
  const open = openTo(session.data);
  return (
    <>
      {mayAdminister(session.data) && (
        <nav aria-label={t('administration')} className={styles['subnav']}>
          {open.map(({ key, to }) => (
            <NavLink key={key} to={to}>
              {t(key)}
            </NavLink>
          ))}
        </nav>
      )}
      <Outlet />
    </>
  );
}
