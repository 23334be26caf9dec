import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';
import type { UnitProfile } from '@/api/types';

export const profileQuery = (
  strategy: string,
  unit: string,
  period: string | null,
  asOf: string | null,
) =>
  queryOptions({
    queryKey: ['profile', strategy, unit, period, asOf],
    queryFn: ({ signal }): Promise<UnitProfile> =>
      read(
        client.GET('/api/v1/strategies/{strategy}/units/{unit}/profile', {
          params: {
            path: { strategy, unit },
            query: { ...(period && { period }), ...(asOf && { as_of: asOf }) },
          },
          signal,
        }),
      ),
    // Another period of the same unit may stand until the new one is there; another unit may not.
    placeholderData: (previous) => (previous?.unit.code === unit ? previous : undefined),
  });
