import { queryOptions } from '@tanstack/react-query';
import { client, read } from './client';

/** Reads that every page needs: the strategy, its periods, units and framework. */
export const strategiesQuery = () =>
  queryOptions({
    queryKey: ['strategies'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/strategies', { signal })),
  });

export const strategyQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['strategy', strategy],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/strategies/{strategy}', { params: { path: { strategy } }, signal })),
  });

export const periodsQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['strategy', strategy, 'periods'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/periods', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const unitsQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['strategy', strategy, 'units'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/units', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const frameworkQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['strategy', strategy, 'framework'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/framework', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const indicatorsQuery = (strategy: string) =>
  queryOptions({
    queryKey: ['indicators', strategy],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/indicators', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });
