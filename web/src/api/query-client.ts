import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/** Asking again helps where the server was busy or out of reach, not where it refused. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof ProblemError ? error.status : 0;
  return failures < 2 && (status === 0 || status === 503);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: isWorthRetrying, refetchOnWindowFocus: false },
  },
});
