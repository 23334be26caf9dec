import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { strategyQuery, unitsQuery } from '@/api/strategy-queries';
import type { IndicatorDetail } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { formatPeriod } from '@/ui/period';
import { Provenance } from '@/ui/provenance/provenance';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { useSearchState } from '@/ui/use-search-state';
import { Courses } from '../components/courses';
import { Definition } from '../components/definition';
import { FigureList } from '../components/figure-list';
import styles from '../components/indicators.module.css';
import { PeriodAndCaliber } from '../components/period-and-caliber';
import { Ranking } from '../components/ranking';
import { TileMap } from '../components/tile-map';
import { indicatorQuery, readChoice } from '../queries';
import { courseForm } from '../series';

export function loader({ params, request }: LoaderFunctionArgs): null {
  const { strategy = '', indicator = '' } = params;
  const choice = readChoice(new URL(request.url).searchParams);
  void queryClient.prefetchQuery(indicatorQuery(strategy, indicator, choice));
  void queryClient.prefetchQuery(unitsQuery(strategy));
  return null;
}

export function Component() {
  const { strategy = '', indicator = '' } = useParams();
  const [search] = useSearchState();
  const query = useQuery(indicatorQuery(strategy, indicator, readChoice(search)));
  return <Loaded query={query}>{(detail) => <IndicatorPage detail={detail} />}</Loaded>;
}

function IndicatorPage({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const run = useQuery(strategyQuery(strategy)).data?.run;
  const isSynthetic = detail.is_synthetic;
  // The method of the index says nothing of figures that are not scored.
  const isScored = !!detail.node && detail.caliber?.code === run?.caliber.code;
  const form = courseForm(detail);
  const overline = [
    detail.period && formatPeriod(detail.period, language),
    detail.caliber && text(detail.caliber.name),
  ].filter(Boolean);
  return (
    <>
      <PageHead
        overline={
          <>
            <Link to={paths.indicators(strategy)}>{t('list_title')}</Link>
            {overline.map((part) => ` · ${part}`)}
          </>
        }
        title={text(detail.indicator.name)}
        isSynthetic={isSynthetic}
      >
        <p>{text(detail.indicator.definition)}</p>
      </PageHead>
      <Definition detail={detail} />
      {detail.periods.length === 0 ? (
        <Nothing title={t('no_figures')} detail={t('no_figures_detail')} />
      ) : (
        <>
          <PeriodAndCaliber detail={detail} />
          <div className={styles['two']}>
            <Ranking detail={detail} />
            <TileMap detail={detail} />
          </div>
          {form === 'lines' && <Courses detail={detail} />}
          {form === 'list' && <FigureList detail={detail} />}
        </>
      )}
      {run && isScored && <Provenance run={run} isSynthetic={isSynthetic} />}
    </>
  );
}
