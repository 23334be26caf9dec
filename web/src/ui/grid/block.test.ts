import { describe, expect, it } from 'vitest';
import { fill, readBlock, spread, writeBlock } from './block';
import type { GridCell, Sheet } from './cell';
import { NO_HISTORY, redo, remember, undo } from './history';
import { findNext, stepFrom } from './range';

const cell = (text: string, isLocked = false): GridCell => ({
  text,
  state: isLocked ? 'locked' : text ? 'filled' : 'open',
  isLocked,
});

const sheet: Sheet = {
  columns: ['A', 'B', 'C'].map((key) => ({ key, name: key })),
  rows: [
    { key: 'x', heads: ['X'], cells: { A: cell('1'), B: cell(''), C: cell('3', true) } },
    { key: 'y', heads: ['Y'], cells: { A: cell(''), C: cell('') } },
  ],
};
const at = (row: number, column: number) => ({ from: { row, column }, to: { row, column } });

describe('a block from the clipboard', () => {
  it('keeps quotes, tabs and line breaks within a cell', () => {
    expect(readBlock('1,234\t"a\tb"\r\n"two\nlines"\t"say ""hi"""\r\n')).toEqual([
      ['1,234', 'a\tb'],
      ['two\nlines', 'say "hi"'],
    ]);
  });

  it('does not take a quote inside a cell for its end', () => {
    expect(readBlock('5" pipe\t2')).toEqual([['5" pipe', '2']]);
  });

  it('comes back as it was written', () => {
    const text = writeBlock(sheet, { from: { row: 0, column: 0 }, to: { row: 1, column: 2 } });
    expect(readBlock(text)).toEqual([
      ['1', '', '3'],
      ['', '', ''],
    ]);
  });
});

describe('laying a block down', () => {
  it('changes what may be changed and counts the rest', () => {
    const { changes, left } = spread(sheet, at(0, 0), [
      ['1', ' 2 ', '9', '10'],
      ['4', '5', '6'],
    ]);
    expect(changes).toEqual([
      { row: 'x', column: 'B', before: '', after: '2' },
      { row: 'y', column: 'A', before: '', after: '4' },
      { row: 'y', column: 'C', before: '', after: '6' },
    ]);
    expect(left).toBe(3);
  });

  it('fills a range with a single value', () => {
    const range = { from: { row: 1, column: 2 }, to: { row: 0, column: 0 } };
    expect(spread(sheet, range, [['7']]).changes).toHaveLength(4);
    expect(fill(sheet, range, '').changes).toEqual([
      { row: 'x', column: 'A', before: '1', after: '' },
    ]);
  });
});

it('takes a paste back as one step and brings it again', () => {
  const step = spread(sheet, at(0, 0), [['8', '9']]).changes;
  const history = remember(NO_HISTORY, step);
  const back = undo(history);
  expect(back?.changes.map(({ after }) => after)).toEqual(['1', '']);
  expect(redo(back?.history ?? NO_HISTORY)?.changes).toEqual(step);
  expect(undo(NO_HISTORY)).toBeNull();
  expect(redo(history)).toBeNull();
});

describe('moving', () => {
  it('stays within the sheet', () => {
    expect(stepFrom({ row: 0, column: 2 }, 'ArrowRight', sheet)).toEqual({ row: 0, column: 2 });
    expect(stepFrom({ row: 0, column: 2 }, 'ArrowDown', sheet)).toEqual({ row: 1, column: 2 });
  });

  it('finds the next open cell and goes round', () => {
    expect(findNext(sheet, null, ['open'])).toEqual({ row: 0, column: 1 });
    expect(findNext(sheet, { row: 1, column: 2 }, ['open'])).toEqual({ row: 0, column: 1 });
    expect(findNext(sheet, null, ['error'])).toBeNull();
  });
});
