import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, ifMatch, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import type { Catalogue } from './types';

/** What is kept under `private` is forgotten when somebody else signs in. */
const key = (strategy: string) => ['private', 'catalogue', strategy] as const;

const frameworkPath = '/api/v1/strategies/{strategy}/catalogue/frameworks/{version}' as const;

export const listsQuery = (strategy: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'lists'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/catalogue', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const indicatorsQuery = (strategy: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'indicators'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/catalogue/indicators', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const historyQuery = (strategy: string, code: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'history', code],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/catalogue/indicators/{code}/history', {
          params: { path: { strategy, code } },
          signal,
        }),
      ),
  });

export const frameworksQuery = (strategy: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'frameworks'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/catalogue/frameworks', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

/** A version is read anew whenever its page opens: an editor that starts from an old one would only meet a conflict. */
export const frameworkQuery = (strategy: string, version: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'framework', version],
    queryFn: ({ signal }) =>
      read(client.GET(frameworkPath, { params: { path: { strategy, version } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** What a check finds in one revision. */
export const checkQuery = (strategy: string, version: string, revision: number) =>
  queryOptions({
    queryKey: [...key(strategy), 'check', version, revision],
    queryFn: ({ signal }) =>
      read(
        client.GET(`${frameworkPath}/check`, { params: { path: { strategy, version } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

export const comparisonQuery = (strategy: string, version: string, other: string) =>
  queryOptions({
    queryKey: [...key(strategy), 'compare', version, other],
    queryFn: ({ signal }) =>
      read(
        client.GET(`${frameworkPath}/compare/{other}`, {
          params: { path: { strategy, version, other } },
          signal,
        }),
      ),
    staleTime: 0,
  });

/** Writes the whole of a draft at the revision that was read. */
export function saveDraft(
  strategy: string,
  version: string,
  revision: number,
  body: Catalogue['DraftBody'],
): Promise<Catalogue['FrameworkVersionDetail']> {
  const params = { path: { strategy, version }, header: ifMatch(revision) };
  return read(client.PATCH(frameworkPath, { params, body }));
}

/** Lists, versions and indicators are read again after a change; the page of a draft keeps what is being typed. */
export async function reloadCatalogue(strategy: string): Promise<void> {
  await queryClient.invalidateQueries({
    queryKey: key(strategy),
    predicate: ({ queryKey }) => queryKey[3] !== 'framework',
  });
}

/** After a publication the public pages rest on another run. */
export async function reloadEverything(): Promise<void> {
  await queryClient.invalidateQueries();
}
