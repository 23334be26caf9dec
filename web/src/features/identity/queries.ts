import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';

/** What is kept under `private` is forgotten when somebody else signs in. */
const PRIVATE = 'private';

export const setupQuery = () =>
  queryOptions({
    queryKey: ['setup'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/setup', { signal })),
    staleTime: 0,
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

/** Accounts come in pages of the API, found by name here: a city has hundreds of them, not millions. */
export const accountsQuery = () =>
  queryOptions({
    queryKey: [PRIVATE, 'accounts'],
    queryFn: async ({ signal }) => {
      const page = (after?: string | null) =>
        read(
          client.GET('/api/v1/accounts', {
            params: { query: { limit: 200, ...(after && { after }) } },
            signal,
          }),
        );
      const first = await page();
      const items = [...first.items];
      let next = first.next;
      while (next) {
        // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
        const more = await page(next);
        items.push(...more.items);
        next = more.next;
      }
      return items;
    },
  });

/** The list and each account are read again after a change. */
export function reloadAccounts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey });
}

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [PRIVATE, 'accounts', id],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });

export const rightsQuery = (id: string) =>
  queryOptions({
    queryKey: [PRIVATE, 'accounts', id, 'rights'],
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
