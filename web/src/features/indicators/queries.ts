import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';
import type { IndicatorDetail } from '@/api/types';
import { readAsOf } from '@/ui/as-of/as-of';

export interface IndicatorChoice {
  period: string | null;
  caliber: string | null;
  asOf: string | null;
}

export const indicatorQuery = (strategy: string, indicator: string, choice: IndicatorChoice) =>
  queryOptions({
    queryKey: ['indicator', strategy, indicator, choice],
    queryFn: ({ signal }): Promise<IndicatorDetail> =>
      read(
        client.GET('/api/v1/strategies/{strategy}/indicators/{indicator}', {
          params: {
            path: { strategy, indicator },
            query: {
              ...(choice.period && { period: choice.period }),
              ...(choice.caliber && { caliber: choice.caliber }),
              ...(choice.asOf && { as_of: choice.asOf }),
            },
          },
          signal,
        }),
      ),
    placeholderData: (previous) => (previous?.indicator.code === indicator ? previous : undefined),
  });

export function readChoice(search: URLSearchParams): IndicatorChoice {
  return {
    period: search.get('period'),
    caliber: search.get('caliber'),
    asOf: readAsOf(search),
  };
}
