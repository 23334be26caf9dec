import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigation, useParams, useSearchParams } from 'react-router';
import { strategiesQuery, strategyQuery } from '@/api/strategy-queries';
import { AsOfBanner } from '@/ui/as-of/as-of-banner';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { scoreScale, ScoreScaleContext } from '@/ui/score/scale';
import { Failure } from '@/ui/state/failure';
import { Waiting } from '@/ui/state/waiting';
import { Footer } from './footer';
import { Header } from './header';
import styles from './shell.module.css';
import { useFocusOnNavigation } from './use-focus-on-navigation';

const ExplanationDrawer = lazy(
  () => import('@/features/explanation/components/explanation-drawer'),
);

/** The panel is loaded when first asked for, then stays so that it can close gracefully. */
function ExplanationPanel() {
  const [search] = useSearchParams();
  const isAsked = search.has('explain');
  const [wasAsked, setWasAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setWasAsked(true);
  return <Suspense fallback={null}>{wasAsked || isAsked ? <ExplanationDrawer /> : null}</Suspense>;
}

/** Head, page and foot of everything within one strategy. */
export function StrategyShell() {
  const { t } = useTranslation('app');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const { pathname } = useLocation();
  const isMoving = useNavigation().state === 'loading';
  const query = useQuery(strategyQuery(strategy));
  const all = useQuery({ ...strategiesQuery(), enabled: query.isError });
  const main = useFocusOnNavigation(pathname);
  return (
    <>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <Header strategy={query.data} />
      <main id="main" ref={main} tabIndex={-1} className={styles['main']} aria-busy={isMoving}>
        {query.data && (
          <ScoreScaleContext value={scoreScale(query.data.run)}>
            <AsOfBanner timeZone={query.data.time_zone} />
            <Outlet />
          </ScoreScaleContext>
        )}
        {query.isPending && <Waiting />}
        {query.isError && (
          <>
            <Failure error={query.error} onRetry={() => void query.refetch()} />
            {all.data && <p className={styles['othersTitle']}>{t('others')}</p>}
            <ul className={styles['others']}>
              {all.data?.items.map((item) => (
                <li key={item.code}>
                  <Link to={paths.leagueTable(item.code)}>{text(item.name)}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
      <Footer strategy={query.data} />
      {query.data && (
        <ScoreScaleContext value={scoreScale(query.data.run)}>
          <ExplanationPanel />
        </ScoreScaleContext>
      )}
    </>
  );
}
