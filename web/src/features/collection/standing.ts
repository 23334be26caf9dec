import type { Snapshot } from './drafts/autosave';
import type { Grid } from './shapes';

export interface Standing {
  /** Cells with neither figure nor reason. */
  open: number;
  errors: number;
  /** Warnings without an explanation. */
  unexplained: number;
  /** Cells that the server does not have yet. */
  unsaved: number;
  /** Whether it may be handed in, as far as is known here; the server looks again. */
  isReady: boolean;
}

/** How far the sheet is, with what was typed here and not yet acknowledged. */
export function standingOf(
  { cells, findings, may }: Grid,
  { drafts, conflicts, faults }: Pick<Snapshot, 'drafts' | 'conflicts' | 'faults'>,
): Standing {
  const said = new Map(cells.map((cell) => [cell.cell, drafts.get(cell.cell) ?? cell]));
  const isOpen = (cell: number) => {
    const { text, missing } = said.get(cell) ?? { text: '', missing: null };
    return text === '' && !missing;
  };
  const open = cells.filter(({ cell }) => isOpen(cell)).length;
  const errors =
    faults.size +
    findings.filter(({ cell, severity }) => severity === 'error' && !isOpen(cell)).length;
  const unexplained = findings.filter(
    ({ cell, severity }) => severity === 'warning' && !said.get(cell)?.explanation,
  ).length;
  const isClean = open + errors + unexplained + conflicts.size === 0;
  return { open, errors, unexplained, unsaved: drafts.size, isReady: may.submit && isClean };
}
