import { queryOptions } from '@tanstack/react-query';
import { readAccounts } from '@/api/accounts';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';

/** What is kept under `private` is forgotten when somebody else signs in. */
const PRIVATE = 'private';
const ACCOUNTS = [PRIVATE, 'accounts'];

export const setupQuery = () =>
  queryOptions({
    queryKey: ['setup'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/setup', { signal })),
    staleTime: 0,
  });

/** What a password has to be like: also for those who are not signed in yet. */
export const passwordPolicyQuery = () =>
  queryOptions({
    queryKey: ['password-policy'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/password-policy', { signal })),
    staleTime: Infinity,
  });

export const invitedQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) =>
      read(client.POST('/api/v1/invitations/look-up', { body: { secret }, signal })),
    staleTime: Infinity,
    retry: false,
  });

export const myAccountQuery = () =>
  queryOptions({
    queryKey: [PRIVATE, 'me'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/me', { signal })),
  });

export const mySessionsQuery = () =>
  queryOptions({
    queryKey: [PRIVATE, 'me', 'sessions'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/me/sessions', { signal })),
  });

export const myTokensQuery = () =>
  queryOptions({
    queryKey: [PRIVATE, 'me', 'tokens'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/me/tokens', { signal })),
  });

/** The accounts one may see; with a number of days, those that nobody has used for so long. */
export const accountsQuery = (unusedDays?: number) =>
  queryOptions({
    queryKey: [...ACCOUNTS, { unusedDays: unusedDays ?? null }],
    queryFn: ({ signal }) =>
      readAccounts(signal, unusedDays === undefined ? {} : { unused_days: unusedDays }),
    placeholderData: (previous) => previous,
  });

/** The list and each account are read again after a change. */
export function reloadAccounts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ACCOUNTS });
}

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...ACCOUNTS, id],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });

export const rightsQuery = (id: string) =>
  queryOptions({
    queryKey: [...ACCOUNTS, id, 'rights'],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/accounts/{id}/rights', { params: { path: { id } }, signal })),
  });

export const holdersQuery = (action: string, organisation: string) =>
  queryOptions({
    queryKey: [PRIVATE, 'holders', action, organisation],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/access/holders', {
          params: { query: { action, organisation } },
          signal,
        }),
      ),
  });

/** Organisations to choose from. */
export const placesQuery = () =>
  queryOptions({
    queryKey: [PRIVATE, 'organisations'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/organisations', { signal })),
  });
