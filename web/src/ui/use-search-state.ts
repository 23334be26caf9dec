import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;

/** The address as state: filters, period, peers and open panels live in it. */
export function useSearchState(): [URLSearchParams, (changes: Changes, push?: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (changes: Changes, push = false) => {
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: !push, preventScrollReset: true },
      );
    },
    [setSearch],
  );
  return [search, change];
}
