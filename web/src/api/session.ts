import { queryOptions } from '@tanstack/react-query';
import { client, read } from './client';
import { queryClient } from './query-client';
import { SESSION_KEY, type SessionState } from './session-state';

/** Who is signed in, and the token that changes have to bring along. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }): Promise<SessionState> => read(client.GET('/api/v1/session', { signal })),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });

/** Asks again who is signed in: after signing in or out, the session has another secret. */
export async function renewSession(): Promise<void> {
  await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
}

/** Forgets what was read as somebody else. */
export async function changePerson(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'private' });
  await renewSession();
}

/** Whether one of these roles is held and in force. */
export function holdsOne(session: SessionState | undefined, roles: readonly string[]): boolean {
  return !!session?.roles.some(({ role, withheld }) => !withheld && roles.includes(role));
}
