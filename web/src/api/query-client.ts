import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';
import { SESSION_KEY } from './session-state';

/** Asking again helps where the server was busy or out of reach, not where it refused. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof ProblemError ? error.status : 0;
  return failures < 2 && (status === 0 || status === 503);
}

/** The session has ended or its token was replaced: asking who is signed in leads to signing in. */
function onError(error: unknown): void {
  const isOver =
    error instanceof ProblemError && (error.status === 401 || error.code === 'csrf-token-missing');
  if (isOver) void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 60_000, retry: isWorthRetrying, refetchOnWindowFocus: false },
  },
});
