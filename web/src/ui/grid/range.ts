import { type CellPlace, cellAt, type CellState, type Sheet } from './cell';

/** Places count from the first row and the first column that can be filled in. */
export interface Point {
  row: number;
  column: number;
}

/** From where the choice began to where it has been drawn. */
export interface Range {
  from: Point;
  to: Point;
}

export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function boxOf({ from, to }: Range): Box {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function isWithin(range: Range | null, row: number, column: number): boolean {
  if (!range) return false;
  const { top, left, bottom, right } = boxOf(range);
  return row >= top && row <= bottom && column >= left && column <= right;
}

const STEPS: Record<string, Point> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where a key leads from a point, within the sheet. */
export function stepFrom(point: Point, key: string, sheet: Sheet): Point {
  const step = STEPS[key] ?? { row: 0, column: 0 };
  return {
    row: withinCount(point.row + step.row, sheet.rows.length),
    column: withinCount(point.column + step.column, sheet.columns.length),
  };
}

function withinCount(place: number, count: number): number {
  return Math.min(Math.max(place, 0), count - 1);
}

/** The next cell in one of these states after a point, row by row and round to the start. */
export function findNext(
  sheet: Sheet,
  after: Point | null,
  states: readonly CellState[],
): Point | null {
  const width = sheet.columns.length;
  const count = sheet.rows.length * width;
  const start = after ? after.row * width + after.column + 1 : 0;
  for (let step = 0; step < count; step += 1) {
    const position = (start + step) % count;
    const point = { row: Math.floor(position / width), column: position % width };
    const cell = cellAt(sheet, point.row, point.column);
    if (cell && states.includes(cell.state)) return point;
  }
  return null;
}

export function pointOf(sheet: Sheet, place: CellPlace): Point | null {
  const row = sheet.rows.findIndex(({ key }) => key === place.row);
  const column = sheet.columns.findIndex(({ key }) => key === place.column);
  return row < 0 || column < 0 ? null : { row, column };
}
