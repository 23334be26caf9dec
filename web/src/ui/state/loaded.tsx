import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import styles from './state.module.css';
import { Waiting } from './waiting';

interface Props<Data> {
  query: UseQueryResult<Data>;
  lines?: number;
  heading?: 'h1' | 'h2';
  children: (data: Data) => ReactNode;
}

/** Waiting, failed or there: the three states every read of the server has. */
export function Loaded<Data>({ query, lines, heading = 'h1', children }: Props<Data>) {
  if (query.data !== undefined) {
    const isStale = query.isPlaceholderData;
    return (
      <div aria-busy={isStale} className={isStale ? styles['stale'] : undefined}>
        {children(query.data)}
      </div>
    );
  }
  if (query.isError) {
    return <Failure error={query.error} heading={heading} onRetry={() => void query.refetch()} />;
  }
  return <Waiting {...(lines === undefined ? {} : { lines })} />;
}
