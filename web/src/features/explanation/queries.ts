import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';

export const explanationQuery = (
  strategy: string,
  unit: string,
  node: string,
  period: string | null,
) =>
  queryOptions({
    queryKey: ['explanation', strategy, unit, node, period],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/units/{unit}/explanation', {
          params: { path: { strategy, unit }, query: { node, ...(period && { period }) } },
          signal,
        }),
      ),
  });
