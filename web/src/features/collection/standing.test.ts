import { describe, expect, it } from 'vitest';
import { gridFixture } from './fixtures';
import { standingOf } from './standing';

const NOTHING = { drafts: new Map(), conflicts: new Map(), faults: new Map() };

function draft(cell: number, text: string, explanation: string | null = null) {
  return { cell, text, missing: null, explanation, base: 1, typedAt: 1 };
}

describe('how far a sheet is', () => {
  it('counts an empty cell once, as open and not as an error', () => {
    expect(standingOf(gridFixture, NOTHING)).toEqual({
      open: 1,
      errors: 1,
      unexplained: 1,
      unsaved: 0,
      isReady: false,
    });
  });

  it('takes what was typed here for what is said', () => {
    const typed = [draft(1, '4.2', '统计口径调整'), draft(2, '3.1')];
    const drafts = new Map(typed.map((one) => [one.cell, one]));
    const standing = standingOf(gridFixture, { ...NOTHING, drafts });
    expect(standing).toMatchObject({ open: 0, unexplained: 0, unsaved: 2, isReady: false });
  });

  it('is ready once nothing is left to do, for those who may hand it in', () => {
    const done = { ...gridFixture, findings: [], cells: gridFixture.cells.slice(0, 1) };
    expect(standingOf(done, NOTHING).isReady).toBe(true);
    const may = { ...done.may, submit: false };
    expect(standingOf({ ...done, may }, NOTHING).isReady).toBe(false);
    const theirs = { text: '9', missing: null, explanation: null, version: 2 };
    const conflicts = new Map([[1, theirs]]);
    expect(standingOf(done, { ...NOTHING, conflicts }).isReady).toBe(false);
  });
});
