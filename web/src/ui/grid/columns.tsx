import type { Column, ColumnOrColumnGroup } from 'react-data-grid';
import type { GridColumn, GridRow } from './cell';
import { CellEditor } from './cell-editor';
import { CellView } from './cell-view';
import styles from './grid.module.css';

const NAME_WIDTHS = { short: 132, long: 220 };
const WORD_WIDTH = 92;
/** Characters that fit on one line of a narrow column. */
const SHORT = 10;

const isLong = (text: string | undefined) => (text?.length ?? 0) > SHORT;

/** The row as the editor leaves it. */
function withText(row: GridRow, column: string, text: string): GridRow {
  const cell = row.cells[column];
  return cell ? { ...row, cells: { ...row.cells, [column]: { ...cell, text } } } : row;
}

/** As high as the longest name of a column needs. */
export function headerHeight(columns: readonly GridColumn[]): number {
  return columns.some(({ name }) => isLong(name)) ? 72 : 36;
}

function headColumn(name: string, place: number, width: number): Column<GridRow> {
  return {
    key: `head-${place}`,
    name,
    frozen: true,
    width,
    headerCellClass: styles['headName'],
    cellClass: place === 0 ? styles['rowName'] : styles['rowWord'],
    renderCell: ({ row }) => <span title={row.heads[place]}>{row.heads[place]}</span>,
  };
}

function valueColumn(column: GridColumn): Column<GridRow> {
  const { key, name } = column;
  return {
    key,
    name,
    width: 'minmax(120px, 200px)',
    headerCellClass: styles['columnName'],
    cellClass: (row) => `${styles['gridCell']} ${styles[`is-${row.cells[key]?.state}`] ?? ''}`,
    editable: (row) => row.cells[key]?.isLocked === false,
    // An answer of the server to another cell of the row must not end the typing in this one.
    editorOptions: { closeOnExternalRowChange: false },
    renderCell: ({ row }) => <CellView cell={row.cells[key]} />,
    renderEditCell: ({ row, onRowChange }) => (
      <CellEditor
        row={row}
        column={column}
        onText={(text) => onRowChange(withText(row, key, text))}
      />
    ),
  };
}

/** Whether the first column needs room. */
export function hasLongNames(rows: readonly GridRow[]): boolean {
  return rows.some(({ heads }) => isLong(heads[0]));
}

/** The library's columns: frozen heads, then what can be filled in, neighbours of a group under its name. */
export function libraryColumns(
  heads: readonly string[],
  columns: readonly GridColumn[],
  isWide: boolean,
): ColumnOrColumnGroup<GridRow>[] {
  const nameWidth = isWide ? NAME_WIDTHS.long : NAME_WIDTHS.short;
  const result: ColumnOrColumnGroup<GridRow>[] = heads.map((name, place) =>
    headColumn(name, place, place === 0 ? nameWidth : WORD_WIDTH),
  );
  const groups: { name: string; children: Column<GridRow>[] }[] = [];
  for (const [place, column] of columns.entries()) {
    const made = valueColumn(column);
    if (column.group === undefined) {
      result.push(made);
    } else if (columns[place - 1]?.group === column.group) {
      groups.at(-1)?.children.push(made);
    } else {
      const group = { name: column.group, children: [made] };
      groups.push(group);
      result.push(group);
    }
  }
  return result;
}
