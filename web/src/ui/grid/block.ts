import Papa from 'papaparse';
import { type CellChange, cellAt, type Sheet } from './cell';
import { boxOf, type Point, type Range } from './range';

/** A block as a spreadsheet puts it on the clipboard: tabs, with quotes around cells of several lines. */
export function readBlock(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  return data;
}

export function writeBlock(sheet: Sheet, range: Range): string {
  const { top, left, bottom, right } = boxOf(range);
  const rows = sheet.rows
    .slice(top, bottom + 1)
    .map((row) =>
      sheet.columns.slice(left, right + 1).map(({ key }) => row.cells[key]?.text ?? ''),
    );
  return Papa.unparse(rows, { delimiter: '\t', newline: '\r\n' });
}

export interface Spread {
  changes: CellChange[];
  /** Values that had no place, or met a cell that is locked or not asked for. */
  left: number;
}

/**
 * Lays a block over the sheet from the range's first cell. A single value fills the whole range,
 * as in a spreadsheet; what is locked stays as it is and is counted.
 */
export function spread(sheet: Sheet, range: Range, block: readonly (readonly string[])[]): Spread {
  const { top, left, bottom, right } = boxOf(range);
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (single !== undefined) {
    return fill(
      sheet,
      { from: { row: top, column: left }, to: { row: bottom, column: right } },
      single,
    );
  }
  const offers = block.flatMap((row, down) =>
    row.map((text, across) => ({ row: top + down, column: left + across, text })),
  );
  return put(sheet, offers);
}

/** The same text in every cell of the range; empty clears them. */
export function fill(sheet: Sheet, range: Range, text: string): Spread {
  const { top, left, bottom, right } = boxOf(range);
  const offers = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) offers.push({ row, column, text });
  }
  return put(sheet, offers);
}

interface Offer extends Point {
  text: string;
}

function put(sheet: Sheet, offers: readonly Offer[]): Spread {
  const changes: CellChange[] = [];
  let left = 0;
  for (const { row, column, text } of offers) {
    const cell = cellAt(sheet, row, column);
    const places = { row: sheet.rows[row]?.key, column: sheet.columns[column]?.key };
    const after = text.trim();
    if (!cell || cell.isLocked || places.row === undefined || places.column === undefined) {
      if (after !== '') left += 1;
    } else if (after !== cell.text) {
      changes.push({ row: places.row, column: places.column, before: cell.text, after });
    }
  }
  return { changes, left };
}
