/** How a cell stands; each has a word and a shape beside its colour. */
export type CellState =
  | 'open'
  | 'filled'
  | 'unsaved'
  | 'missing'
  | 'warning'
  | 'error'
  | 'returned'
  | 'conflict'
  | 'locked';

export interface GridCell {
  /** As it was typed: what it means is not the grid's affair. */
  text: string;
  state: CellState;
  /** What the last period had, shown in grey. */
  previous?: string | undefined;
  /** Why the state is as it is, in words. */
  note?: string | undefined;
  isLocked: boolean;
}

export interface GridColumn {
  key: string;
  name: string;
  /** A heading over neighbouring columns of the same group. */
  group?: string | undefined;
}

export interface GridRow {
  key: string;
  /** One text for each of the grid's heads: name, measure unit, … */
  heads: readonly string[];
  /** By the key of the column; a cell that is not there is not asked for. */
  cells: Readonly<Record<string, GridCell>>;
}

/** One cell, by the keys of its row and column. */
export interface CellPlace {
  row: string;
  column: string;
}

export interface CellChange extends CellPlace {
  before: string;
  after: string;
}

export interface Sheet {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
}

export function cellAt(sheet: Sheet, row: number, column: number): GridCell | undefined {
  const key = sheet.columns[column]?.key;
  return key === undefined ? undefined : sheet.rows[row]?.cells[key];
}
