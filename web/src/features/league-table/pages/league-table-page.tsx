import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { frameworkQuery, periodsQuery } from '@/api/strategy-queries';
import type { LeagueTable } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { formatPeriod } from '@/ui/period';
import { Provenance } from '@/ui/provenance/provenance';
import { Loaded } from '@/ui/state/loaded';
import { useSearchState } from '@/ui/use-search-state';
import { Controls } from '../components/controls';
import { KeyFigureStrip } from '../components/key-figure-strip';
import { Standings } from '../components/standings';
import { Trail } from '../components/trail';
import { leagueTableQuery, readChoice } from '../queries';

export function loader({ params, request }: LoaderFunctionArgs): null {
  const { strategy = '' } = params;
  const choice = readChoice(new URL(request.url).searchParams);
  void queryClient.prefetchQuery(leagueTableQuery(strategy, choice));
  void queryClient.prefetchQuery(periodsQuery(strategy));
  void queryClient.prefetchQuery(frameworkQuery(strategy));
  return null;
}

export function Component() {
  const { strategy = '' } = useParams();
  const [search] = useSearchState();
  const query = useQuery(leagueTableQuery(strategy, readChoice(search)));
  return <Loaded query={query}>{(table) => <LeagueTablePage table={table} />}</Loaded>;
}

function LeagueTablePage({ table }: { table: LeagueTable }) {
  const { t } = useTranslation('league-table');
  const { text, language } = useLanguage();
  const period = formatPeriod(table.period, language);
  const name = text(table.node.name);
  return (
    <>
      <PageHead
        overline={<Trail table={table} />}
        title={t('title', { name })}
        documentTitle={`${t('title', { name })} ${period}`}
        isSynthetic={table.is_synthetic}
        aside={<KeyFigureStrip table={table} />}
      />
      <Controls table={table} />
      <Standings table={table} />
      <Provenance run={table.run} isSynthetic={table.is_synthetic} />
    </>
  );
}
