import { queryOptions } from '@tanstack/react-query';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';

/** What is kept under `private` is forgotten when somebody else signs in. */
const KEY = ['private', 'organisations'] as const;

export const organisationsQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: ({ signal }) => read(client.GET('/api/v1/organisations', { signal })),
  });

export const organisationQuery = (code: string) =>
  queryOptions({
    queryKey: [...KEY, code],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/organisations/{code}', { params: { path: { code } }, signal })),
  });

/** The tree and each organisation are read again after a change. */
export function reloadOrganisations(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: KEY });
}
