import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import styles from './data-table.module.css';
import { readSort, type Sort, writeSort } from './sort';

interface Props<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

/** Where the column heads are hidden, on a phone, this sorts instead. */
export function NarrowSort<Row>({ columns, sort, onSort }: Props<Row>) {
  const { t } = useTranslation('ui');
  const id = useId();
  const sortable = columns.filter((column) => column.sortValue);
  if (sortable.length === 0) return null;
  return (
    <p className={styles['narrowSort']}>
      <label htmlFor={id}>{t('sort')}</label>
      <select
        id={id}
        value={writeSort(sort) ?? ''}
        onChange={(event) => onSort(readSort(event.target.value))}
      >
        <option value="">{t('sort_default')}</option>
        {sortable.flatMap((column) =>
          (['asc', 'desc'] as const).map((order) => (
            <option key={`${column.key}:${order}`} value={`${column.key}:${order}`}>
              {t(`sort_${order}`, { column: column.title })}
            </option>
          )),
        )}
      </select>
    </p>
  );
}
