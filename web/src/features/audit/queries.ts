import { queryOptions } from '@tanstack/react-query';
import { readAccounts } from '@/api/accounts';
import { client, read } from '@/api/client';

const OUTCOMES = ['done', 'refused', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface Asked {
  actor: string;
  action: string;
  outcome: Outcome | '';
  from: string;
  until: string;
  before: number | null;
}

function outcomeOf(word: string | null): Outcome | '' {
  return OUTCOMES.find((outcome) => outcome === word) ?? '';
}

/** What is looked for, as the address says it. */
export function readAsked(search: URLSearchParams): Asked {
  const before = Number(search.get('before'));
  return {
    actor: search.get('actor') ?? '',
    action: search.get('action') ?? '',
    outcome: outcomeOf(search.get('outcome')),
    from: search.get('from') ?? '',
    until: search.get('until') ?? '',
    before: before > 0 ? before : null,
  };
}

/** The first moment of a day, or of the one after it, where the reader is. */
export function startOf(day: string, daysLater = 0): string | undefined {
  const moment = new Date(`${day}T00:00:00`);
  if (Number.isNaN(moment.getTime())) return undefined;
  moment.setDate(moment.getDate() + daysLater);
  return moment.toISOString();
}

/** As the API is asked: nothing for what is left open. */
export function queryOf(asked: Asked) {
  const from = startOf(asked.from);
  const until = startOf(asked.until, 1);
  return {
    limit: 50,
    ...(asked.actor && { actor: asked.actor }),
    ...(asked.action && { action: asked.action }),
    ...(asked.outcome && { outcome: asked.outcome }),
    ...(from && { from }),
    ...(until && { until }),
    ...(asked.before && { before: asked.before }),
  };
}

export const entriesQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['private', 'audit', asked],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/audit/entries', { params: { query: queryOf(asked) }, signal }),
      ),
    staleTime: 0,
    placeholderData: (previous) => previous,
  });

/** The names behind the ids of accounts: of all of them, since any may have done something. */
export const peopleQuery = () =>
  queryOptions({
    queryKey: ['private', 'accounts', 'people'],
    queryFn: ({ signal }) => readAccounts(signal),
  });
