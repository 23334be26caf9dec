import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';
import { readAsOf } from '@/ui/as-of/as-of';

export interface LeagueTableChoice {
  period: string | null;
  node: string | null;
  group: string | null;
  /** As known on a day or at a moment; now when it is not given. */
  asOf: string | null;
}

function given({ period, node, group, asOf }: LeagueTableChoice) {
  return {
    ...(period && { period }),
    ...(node && { node }),
    ...(group && { group }),
    ...(asOf && { as_of: asOf }),
  };
}

export const leagueTableQuery = (strategy: string, choice: LeagueTableChoice) =>
  queryOptions({
    queryKey: ['league-table', strategy, choice],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/league-table', {
          params: { path: { strategy }, query: given(choice) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Where the server hands out the same table as a file. */
export function exportAddress(
  strategy: string,
  choice: LeagueTableChoice,
  format: 'csv' | 'xlsx',
  language: string,
): string {
  const query = new URLSearchParams({ ...given(choice), format, lang: language });
  return `/api/v1/strategies/${encodeURIComponent(strategy)}/league-table/export?${query.toString()}`;
}

export function readChoice(search: URLSearchParams): LeagueTableChoice {
  return {
    period: search.get('period'),
    node: search.get('node'),
    group: search.get('group'),
    asOf: readAsOf(search),
  };
}
