import type { CellPlace, CellState, GridCell, GridColumn, GridRow, Sheet } from '@/ui/grid/cell';
import { type Language, textIn } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import type { Snapshot } from './drafts/autosave';
import type { Cell, Finding, Grid, SheetColumn, SheetRow } from './shapes';

/** Whether the sheet is filled in, reviewed, or only read. */
export type Mode = 'report' | 'review' | 'read';

/** Which way round it lies: `units` down the side, or `indicators`. */
export type Layout = 'units' | 'indicators';

export interface Shown {
  grid: Grid;
  snapshot: Pick<Snapshot, 'drafts' | 'conflicts' | 'faults'>;
  mode: Mode;
  layout: Layout;
  /** Cells that the reviewer is about to return. */
  returning: ReadonlySet<number>;
  language: Language;
  words: {
    /** For what somebody else has filled in. */
    conflict: (theirs: string) => string;
    /** For why there is no figure. */
    missing: (reason: string) => string;
  };
}

/** A few units read best with the long names of the indicators down the side. */
const FEW = 3;

export function layoutFor({ rows }: Grid, asked: string | null): Layout {
  if (asked === 'units' || asked === 'indicators') return asked;
  return rows.length > FEW ? 'units' : 'indicators';
}

const indicatorKey = (column: number) => `i${column}`;
const unitKey = (row: number) => `u${row}`;

export function placeOf({ column, row }: Cell, layout: Layout): CellPlace {
  return layout === 'units'
    ? { row: unitKey(row), column: indicatorKey(column) }
    : { row: indicatorKey(column), column: unitKey(row) };
}

export function cellAtPlace(grid: Grid, place: CellPlace, layout: Layout): Cell | undefined {
  return grid.cells.find((cell) => {
    const own = placeOf(cell, layout);
    return own.row === place.row && own.column === place.column;
  });
}

/** A cell in words: indicator, unit, period. */
export function cellName(grid: Grid, { column, row }: Cell, language: Language): string {
  const indicator = grid.columns[column];
  const unit = grid.rows[row];
  const parts = [
    indicator && textIn(indicator.name, language),
    unit && textIn(unit.unit.name, language),
    unit && formatPeriod(unit.period, language),
  ];
  return parts.filter(Boolean).join(' · ');
}

interface Axis {
  key: string;
  heads: string[];
  name: string;
  group?: string | undefined;
}

function indicatorAxis(columns: readonly SheetColumn[], language: Language): Axis[] {
  const hasCalibers = new Set(columns.map(({ caliber }) => caliber.code)).size > 1;
  return columns.map(({ name, measure_unit: measure, caliber }, place) => {
    const measured = textIn(measure, language);
    const scope = hasCalibers ? textIn(caliber.name, language) : undefined;
    const words = scope ? `${textIn(name, language)}（${scope}）` : textIn(name, language);
    return {
      key: indicatorKey(place),
      heads: [words, measured],
      name: measured ? `${words} (${measured})` : words,
    };
  });
}

function unitAxis(rows: readonly SheetRow[], language: Language): Axis[] {
  const hasPeriods = new Set(rows.map(({ period }) => period)).size > 1;
  return rows.map(({ unit, period }, place) => {
    const [name, time] = [textIn(unit.name, language), formatPeriod(period, language)];
    return {
      key: unitKey(place),
      heads: [name, time],
      name: hasPeriods ? time : name,
      group: hasPeriods ? name : time,
    };
  });
}

type Axes = Pick<Grid, 'columns' | 'rows'>;

/** What stands across; it changes less often than what stands in the cells. */
export function columnsOf(
  { columns, rows }: Axes,
  layout: Layout,
  language: Language,
): GridColumn[] {
  const across = layout === 'units' ? indicatorAxis(columns, language) : unitAxis(rows, language);
  return across.map(({ key, name, group }) => ({ key, name, group }));
}

/** The sheet as it stands: what was typed here over what the server has. */
export function sheetOf(shown: Shown, columns: readonly GridColumn[]): Sheet {
  const { grid, layout, language } = shown;
  const found = findingsByCell(grid.findings);
  const down =
    layout === 'units' ? unitAxis(grid.rows, language) : indicatorAxis(grid.columns, language);
  const cells = new Map<string, Record<string, GridCell>>();
  for (const cell of grid.cells) {
    const { row, column } = placeOf(cell, layout);
    const made = cells.get(row) ?? {};
    made[column] = gridCell(shown, cell, found.get(cell.cell) ?? []);
    cells.set(row, made);
  }
  const rows: GridRow[] = down.map(({ key, heads }) => ({
    key,
    heads,
    cells: cells.get(key) ?? {},
  }));
  return { rows, columns };
}

export function findingsByCell(findings: readonly Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    found.set(finding.cell, [...(found.get(finding.cell) ?? []), finding]);
  }
  return found;
}

function gridCell(shown: Shown, cell: Cell, findings: readonly Finding[]): GridCell {
  const { snapshot, mode, language, words } = shown;
  const said = snapshot.drafts.get(cell.cell) ?? cell;
  const theirs = snapshot.conflicts.get(cell.cell);
  const state = stateOf(shown, cell, findings);
  // An empty cell says so itself.
  const messages = state === 'open' ? [] : findings.map(({ message }) => textIn(message, language));
  const notes = [
    theirs && words.conflict(theirs.text),
    snapshot.faults.get(cell.cell),
    ...messages,
    said.missing && words.missing(said.missing),
  ];
  return {
    text: said.text,
    state,
    previous: cell.previous?.value_text ?? undefined,
    note: notes.filter(Boolean).join(' ') || undefined,
    isLocked: mode !== 'report' || !cell.is_editable,
  };
}

function stateOf(shown: Shown, cell: Cell, findings: readonly Finding[]): CellState {
  const { snapshot, mode, returning } = shown;
  const draft = snapshot.drafts.get(cell.cell);
  const has = (severity: string) => findings.some((finding) => finding.severity === severity);
  if (snapshot.conflicts.has(cell.cell)) return 'conflict';
  if (snapshot.faults.has(cell.cell)) return 'error';
  if (draft) return 'unsaved';
  if (returning.has(cell.cell) || cell.standing === 'returned') return 'returned';
  if (mode === 'report' && !cell.is_editable) return 'locked';
  if (cell.text === '' && !cell.missing) return 'open';
  if (has('error')) return 'error';
  if (has('warning') && !(mode === 'report' && cell.explanation)) return 'warning';
  return cell.missing ? 'missing' : 'filled';
}

/** What the reader may do with the sheet decides how it is shown. */
export function modeOf({ may }: Grid): Mode {
  if (may.edit) return 'report';
  return may.approve || may.return || may.endorse || may.four_eyes ? 'review' : 'read';
}
