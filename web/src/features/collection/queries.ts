import { queryOptions } from '@tanstack/react-query';
import { client, ifMatch, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import type { Answer, Draft } from './drafts/draft';
import type {
  AddRound,
  Decision,
  EditRound,
  Extension,
  Grid,
  NextRound,
  SavedCells,
} from './shapes';
import { textIn, type Language } from '@/ui/language';

/** What is kept under `private` is forgotten when somebody else signs in. */
const KEY = ['private', 'collection'] as const;

export interface RoundPlace {
  strategy: string;
  round: string;
}

export interface SubmissionPlace extends RoundPlace {
  organisation: string;
}

const SUBMISSION = '/api/v1/strategies/{strategy}/rounds/{round}/submissions/{organisation}';

export const roundsQuery = (strategy: string) =>
  queryOptions({
    queryKey: [...KEY, strategy],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/rounds', {
          params: { path: { strategy } },
          signal,
        }),
      ),
  });

export const roundQuery = (path: RoundPlace) =>
  queryOptions({
    queryKey: [...KEY, path.strategy, path.round],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/rounds/{round}', { params: { path }, signal }),
      ),
  });

export const designQuery = (path: RoundPlace) =>
  queryOptions({
    queryKey: [...KEY, path.strategy, path.round, 'design'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/rounds/{round}/design', {
          params: { path },
          signal,
        }),
      ),
  });

export const submissionsQuery = (path: RoundPlace) =>
  queryOptions({
    queryKey: [...KEY, path.strategy, path.round, 'submissions'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/rounds/{round}/submissions', {
          params: { path },
          signal,
        }),
      ),
  });

export const gridQuery = (path: SubmissionPlace) =>
  queryOptions({
    queryKey: [...KEY, path.strategy, path.round, 'submissions', path.organisation],
    queryFn: ({ signal }) => read(client.GET(SUBMISSION, { params: { path }, signal })),
  });

/** A round, all that is reported in it, and the workbench are read again after a step. */
export function reloadCollection(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: KEY });
}

/** What was approved counts at once: every score and figure may be another one. */
export function reloadEverything(): Promise<void> {
  return queryClient.invalidateQueries();
}

/** Sends what was typed; what the server has then stands in the grid at once, its findings follow. */
export async function saveCells(
  path: SubmissionPlace,
  drafts: readonly Draft[],
  language: Language,
): Promise<readonly Answer[]> {
  const cells = drafts.map(({ cell, base, text, missing, explanation }) => ({
    cell,
    version: base,
    text,
    missing,
    explanation,
  }));
  const saved = await read(
    client.PUT(`${SUBMISSION}/cells`, { params: { path }, body: { cells } }),
  );
  const { queryKey } = gridQuery(path);
  queryClient.setQueryData(queryKey, (grid: Grid | undefined) => grid && withSaved(grid, saved));
  void queryClient.invalidateQueries({ queryKey, exact: true });
  return saved.cells.map((one) => answerOf(one, language));
}

/** The grid with what has just been acknowledged. */
export function withSaved(grid: Grid, { version, cells }: SavedCells): Grid {
  const now = new Map(cells.map((saved) => [saved.cell, saved.now]));
  return {
    ...grid,
    submission: { ...grid.submission, version },
    cells: grid.cells.map((cell) => ({ ...cell, ...now.get(cell.cell) })),
  };
}

function answerOf(
  { cell, result, now, fault }: SavedCells['cells'][number],
  language: Language,
): Answer {
  if (result === 'fault' || !now) {
    return { cell, outcome: 'fault', message: fault ? textIn(fault, language) : '' };
  }
  const { text, missing = null, explanation = null, version } = now;
  return result === 'saved'
    ? { cell, outcome: 'saved', version }
    : { cell, outcome: 'conflict', theirs: { text, missing, explanation, version } };
}

/** The version of the submission that is on the screen. */
function seen(path: SubmissionPlace): { 'if-match': string } {
  const grid: Grid | undefined = queryClient.getQueryData(gridQuery(path).queryKey);
  return ifMatch(grid?.submission.version ?? 0);
}

/** Hands in the submission as it is on the screen. */
export function submit(path: SubmissionPlace, key: string) {
  return read(
    client.POST(`${SUBMISSION}/submit`, {
      params: { path, header: { ...seen(path), 'idempotency-key': key } },
    }),
  );
}

/** Cells that go back, each with what is to be done; all others that wait are approved. */
export type Returned = ReadonlyMap<number, string>;

export function decide(path: SubmissionPlace, key: string, decision: Decision) {
  return read(
    client.POST(`${SUBMISSION}/decision`, {
      params: { path, header: { ...seen(path), 'idempotency-key': key } },
      body: decision,
    }),
  );
}

export function endorse(path: SubmissionPlace, key: string) {
  return read(
    client.POST(`${SUBMISSION}/endorse`, {
      params: { path, header: { ...seen(path), 'idempotency-key': key } },
      body: {},
    }),
  );
}

/** Takes approved cells up again, so that they may be corrected. */
export function reopen(
  path: SubmissionPlace,
  key: string,
  cells: readonly number[],
  reason: string,
) {
  return read(
    client.POST(`${SUBMISSION}/reopen`, {
      params: { path, header: { ...seen(path), 'idempotency-key': key } },
      body: { cells: [...cells], reason },
    }),
  );
}

export const historyQuery = (path: SubmissionPlace) =>
  queryOptions({
    queryKey: [...gridQuery(path).queryKey, 'history'],
    queryFn: ({ signal }) =>
      read(client.GET(`${SUBMISSION}/history`, { params: { path }, signal })),
  });

export const commentsQuery = (path: SubmissionPlace) =>
  queryOptions({
    queryKey: [...gridQuery(path).queryKey, 'comments'],
    queryFn: ({ signal }) =>
      read(client.GET(`${SUBMISSION}/comments`, { params: { path }, signal })),
  });

export const evidenceQuery = (path: SubmissionPlace) =>
  queryOptions({
    queryKey: [...gridQuery(path).queryKey, 'evidence'],
    queryFn: ({ signal }) =>
      read(client.GET(`${SUBMISSION}/evidence`, { params: { path }, signal })),
  });

export function addEvidence(path: SubmissionPlace, cell: number | null, file: File) {
  const query = { name: file.name, ...(cell === null ? {} : { cell }) };
  return read(
    client.POST(`${SUBMISSION}/evidence`, {
      params: { path, query },
      // The file itself is the body.
      body: file as unknown as number[],
      bodySerializer: () => file,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
}

/** Below where the server hands out what belongs to a submission. */
export function addressOf({ strategy, round, organisation }: SubmissionPlace): string {
  const [one, two, three] = [strategy, round, organisation].map(encodeURIComponent);
  return `/api/v1/strategies/${one}/rounds/${two}/submissions/${three}`;
}

export function comment(path: SubmissionPlace, cell: number, text: string) {
  return read(client.POST(`${SUBMISSION}/comments`, { params: { path }, body: { cell, text } }));
}

/** Changes a round at the version that was read; what is left out stays. */
export function editRound(path: RoundPlace, version: number, body: EditRound) {
  return read(
    client.PATCH('/api/v1/strategies/{strategy}/rounds/{round}', {
      params: { path, header: ifMatch(version) },
      body,
    }),
  );
}

export function createRound(strategy: string, body: AddRound) {
  return read(
    client.POST('/api/v1/strategies/{strategy}/rounds', { params: { path: { strategy } }, body }),
  );
}

export function openRound(path: RoundPlace, version: number, reason: string | null) {
  return read(
    client.POST('/api/v1/strategies/{strategy}/rounds/{round}/open', {
      params: { path, header: ifMatch(version) },
      body: { reason },
    }),
  );
}

export function closeRound(path: RoundPlace, version: number) {
  return read(
    client.POST('/api/v1/strategies/{strategy}/rounds/{round}/close', {
      params: { path, header: ifMatch(version) },
    }),
  );
}

/** Designs the round that follows, as its recurrence says. */
export function nextRound(path: RoundPlace, body: NextRound) {
  return read(
    client.POST('/api/v1/strategies/{strategy}/rounds/{round}/next', { params: { path }, body }),
  );
}

export function extend(path: RoundPlace, body: Extension) {
  return read(
    client.POST('/api/v1/strategies/{strategy}/rounds/{round}/extensions', {
      params: { path },
      body,
    }),
  );
}

/** Organisations by name, to say which one asks. */
export const organisationNamesQuery = () =>
  queryOptions({
    queryKey: ['private', 'organisations'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/organisations', { signal })),
  });

export const progressQuery = (path: RoundPlace) =>
  queryOptions({
    queryKey: [...KEY, path.strategy, path.round, 'progress'],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/strategies/{strategy}/rounds/{round}/progress', {
          params: { path },
          signal,
        }),
      ),
  });

export const workbenchQuery = () =>
  queryOptions({
    queryKey: [...KEY, 'workbench'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/workbench', { signal })),
    refetchOnWindowFocus: true,
  });
