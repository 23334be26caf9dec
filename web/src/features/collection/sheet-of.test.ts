import { describe, expect, it } from 'vitest';
import { gridFixture } from './fixtures';
import {
  cellAtPlace,
  cellName,
  columnsOf,
  layoutFor,
  placeOf,
  type Shown,
  sheetOf,
} from './sheet-of';

const NOTHING = { drafts: new Map(), conflicts: new Map(), faults: new Map() };
function made(change: Partial<Shown> = {}) {
  const shown: Shown = {
    grid: gridFixture,
    snapshot: NOTHING,
    mode: 'report',
    layout: 'indicators',
    returning: new Set(),
    language: 'zh',
    words: { conflict: (theirs) => `对方：${theirs}`, missing: (reason) => reason },
    ...change,
  };
  return sheetOf(shown, columnsOf(shown.grid, shown.layout, shown.language));
}
const states = (sheet: ReturnType<typeof sheetOf>) =>
  sheet.rows.map((row) => sheet.columns.map(({ key }) => row.cells[key]?.state ?? null));

describe('the sheet of a submission', () => {
  it('lies with indicators down the side and units across, under the one period', () => {
    const { columns, rows } = made();
    expect(columns.map(({ name, group }) => [group, name])).toEqual([
      ['2025年', '海曙区'],
      ['2025年', '鄞州区'],
    ]);
    expect(rows.map(({ heads }) => heads)).toEqual([
      ['研发投入强度', '%'],
      ['高新技术企业数', '家'],
    ]);
  });

  it('lies the other way round when asked, with the same cells', () => {
    const sheet = made({ layout: 'units' });
    expect(sheet.columns.map(({ name }) => name)).toEqual([
      '研发投入强度 (%)',
      '高新技术企业数 (家)',
    ]);
    expect(states(sheet)).toEqual([
      ['warning', 'locked'],
      ['open', 'error'],
    ]);
    expect(layoutFor(gridFixture, null)).toBe('indicators');
    expect(layoutFor({ ...gridFixture, rows: Array(12).fill(gridFixture.rows[0]) }, null)).toBe(
      'units',
    );
  });

  it('finds a cell by its place, either way', () => {
    for (const layout of ['units', 'indicators'] as const) {
      for (const cell of gridFixture.cells) {
        expect(cellAtPlace(gridFixture, placeOf(cell, layout), layout)).toBe(cell);
      }
    }
    const [first] = gridFixture.cells;
    expect(first && cellName(gridFixture, first, 'en')).toBe('R&D intensity · Haishu · 2025');
  });

  it('says how each cell stands', () => {
    expect(states(made())).toEqual([
      ['warning', 'open'],
      ['locked', 'error'],
    ]);
  });

  it('lets what was typed here go before what the server has', () => {
    const draft = { cell: 2, text: '3.1', missing: null, explanation: null, base: 0, typedAt: 1 };
    const sheet = made({ snapshot: { ...NOTHING, drafts: new Map([[2, draft]]) } });
    expect(sheet.rows[0]?.cells['u1']).toMatchObject({ text: '3.1', state: 'unsaved' });
  });

  it('shows both values of a conflict', () => {
    const theirs = { text: '9', missing: null, explanation: null, version: 2 };
    const sheet = made({ snapshot: { ...NOTHING, conflicts: new Map([[1, theirs]]) } });
    expect(sheet.rows[0]?.cells['u0']).toMatchObject({ state: 'conflict', text: '4.2' });
    expect(sheet.rows[0]?.cells['u0']?.note).toContain('对方：9');
  });

  it('locks every cell for the reviewer and marks what goes back', () => {
    const sheet = made({ mode: 'review', returning: new Set([3]) });
    const cells = sheet.rows.flatMap((row) => Object.values(row.cells));
    expect(cells.every(({ isLocked }) => isLocked)).toBe(true);
    expect(states(sheet)[1]?.[0]).toBe('returned');
  });
});
