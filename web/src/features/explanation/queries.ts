import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';

export const explanationQuery = (
  strategy: string,
  unit: string,
  node: string,
  period: string | null,
  asOf: string | null,
) =>
  queryOptions({
    queryKey: ['explanation', strategy, unit, node, period, asOf],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/units/{unit}/explanation', {
          params: {
            path: { strategy, unit },
            query: { node, ...(period && { period }), ...(asOf && { as_of: asOf }) },
          },
          signal,
        }),
      ),
  });
