import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { strategiesQuery } from '@/api/strategy-queries';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import styles from './shell.module.css';

/** The first address leads to the first strategy. */
export function HomePage() {
  const { t } = useTranslation('app');
  const query = useQuery(strategiesQuery());
  return (
    <main className={styles['main']}>
      <Loaded query={query}>
        {({ items }) =>
          items[0] ? (
            <Navigate replace to={paths.leagueTable(items[0].code)} />
          ) : (
            <Nothing title={t('no_strategy')} detail={t('no_strategy_detail')} heading="h1" />
          )
        }
      </Loaded>
    </main>
  );
}
