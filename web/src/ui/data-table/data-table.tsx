import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import { sortedBy } from './column';
import { ColumnHead } from './column-head';
import styles from './data-table.module.css';
import { NarrowSort } from './narrow-sort';
import type { Sort } from './sort';

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Given when the sort lives in the address. */
  sort?: Sort | null;
  onSort?: (sort: Sort | null) => void;
  initialSort?: Sort | null;
  /** A row of reference under the others, one cell a column. */
  footer?: (column: Column<Row>) => ReactNode;
  rowClassName?: (row: Row) => string | undefined;
  /** Narrow screens show each row as a block unless told otherwise. */
  narrow?: 'blocks' | 'table';
}

/** A table for reading: sortable by keyboard, with row heads, as blocks on a phone. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, footer, rowClassName, narrow = 'blocks' } = props;
  const { t } = useTranslation('ui');
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const sort = props.onSort ? (props.sort ?? null) : ownSort;
  const setSort = props.onSort ?? setOwnSort;
  const shown = sortedBy(rows, columns, sort);
  const table = narrow === 'blocks' ? `${styles['table']} ${styles['blocks']}` : styles['table'];
  return (
    <>
      {narrow === 'blocks' && <NarrowSort columns={columns} sort={sort} onSort={setSort} />}
      <table className={table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr key={rowKey(row)} role="row" className={rowClassName?.(row)}>
              {columns.map((column) => (
                <DataCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {shown.length === 0 && (
            <tr role="row">
              <td role="cell" colSpan={columns.length} className={styles['none']}>
                {t('nothing_matches')}
              </td>
            </tr>
          )}
        </tbody>
        {footer && shown.length > 0 && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <td key={column.key} role="cell" className={cellClass(column)}>
                  {footer(column)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return [styles[column.align ?? 'start'], column.className].filter(Boolean).join(' ');
}

function DataCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const shared = { className: cellClass(column), 'data-label': column.title };
  return column.isRowHeader ? (
    <th {...shared} scope="row" role="rowheader">
      {content}
    </th>
  ) : (
    <td {...shared} role="cell">
      {content}
    </td>
  );
}
