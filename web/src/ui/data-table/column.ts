import type { ReactNode } from 'react';
import { toCsv } from '../download';
import { type Sort, sortRows, type SortValue } from './sort';

export interface Column<Row> {
  key: string;
  title: string;
  /** What stands in the head instead of the plain title. */
  head?: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end' | 'center';
  /** Makes the column sortable. */
  sortValue?: (row: Row) => SortValue;
  firstOrder?: Sort['order'];
  /** What a file gets; without it, the value sorted by. */
  exportValue?: (row: Row) => string | number | null | undefined;
  isRowHeader?: boolean;
  className?: string | undefined;
}

export function sortedBy<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  return sort && column?.sortValue ? sortRows(rows, sort.order, column.sortValue) : rows;
}

/** The rows as they stand on the screen, as a file. */
export function tableCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const given = columns.filter(({ exportValue, sortValue }) => exportValue ?? sortValue);
  const head = given.map(({ title }) => title);
  const body = rows.map((row) =>
    given.map(({ exportValue, sortValue }) => (exportValue ?? sortValue)?.(row)),
  );
  return toCsv([head, ...body]);
}
