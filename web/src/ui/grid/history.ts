import type { CellChange } from './cell';

/** What was done and can be undone: one step may hold a whole pasted block. */
export interface History {
  done: readonly (readonly CellChange[])[];
  undone: readonly (readonly CellChange[])[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Steps kept; older ones are forgotten. */
const KEPT = 200;

export function remember(history: History, step: readonly CellChange[]): History {
  return { done: [...history.done, step].slice(-KEPT), undone: [] };
}

interface Turned {
  history: History;
  changes: readonly CellChange[];
}

/** Takes the last step back: the changes that do so, or null when there is none. */
export function undo({ done, undone }: History): Turned | null {
  const step = done.at(-1);
  if (!step) return null;
  const changes = step.map(({ before, after, ...place }) => ({
    ...place,
    before: after,
    after: before,
  }));
  return { history: { done: done.slice(0, -1), undone: [...undone, step] }, changes };
}

export function redo({ done, undone }: History): Turned | null {
  const step = undone.at(-1);
  if (!step) return null;
  return { history: { done: [...done, step], undone: undone.slice(0, -1) }, changes: step };
}
