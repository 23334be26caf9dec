import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { frameworkQuery } from '@/api/strategy-queries';
import type { FrameworkNode, LeagueTable } from '@/api/types';
import { readAsOf } from '@/ui/as-of/as-of';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { formatPeriod } from '@/ui/period';
import { useSearchState } from '@/ui/use-search-state';

function ancestorsOf(nodes: readonly FrameworkNode[], code: string): FrameworkNode[] {
  const parent = nodes.find((node) => node.code === code)?.parent;
  const found = nodes.find((node) => node.code === parent);
  return found ? [...ancestorsOf(nodes, found.code), found] : [];
}

/** Where in the framework and when; from an indicator's score on to the indicator itself. */
export function Trail({ table }: { table: LeagueTable }) {
  const { t } = useTranslation('league-table');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const [search] = useSearchState();
  const nodes = useQuery(frameworkQuery(strategy)).data?.nodes ?? [];
  const own = nodes.find(({ code }) => code === table.node.code);
  const asOf = readAsOf(search);
  const given = { period: search.get('period'), group: search.get('group'), as_of: asOf };
  const period = formatPeriod(table.period, language);
  return (
    <>
      {ancestorsOf(nodes, table.node.code).map(({ code, name, parent }) => (
        <span key={code}>
          <Link to={paths.leagueTable(strategy, { ...given, node: parent ? code : null })}>
            {text(name)}
          </Link>
          {' › '}
        </span>
      ))}
      {table.previous_period
        ? t('overline', { period, previous: formatPeriod(table.previous_period, language) })
        : period}
      {own?.indicator && (
        <>
          {' · '}
          <Link to={paths.indicator(strategy, own.indicator, { as_of: asOf })}>
            {t('to_indicator')}
          </Link>
        </>
      )}
    </>
  );
}
