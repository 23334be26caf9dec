import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import styles from './data-table.module.css';
import type { Sort } from './sort';

interface Props<Row> {
  column: Column<Row>;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

/** Keeps the arrow on the line of the last word. */
const WORD_JOINER = '\u2060';

const SORTED = { asc: 'ascending', desc: 'descending' } as const;

export function ColumnHead<Row>({ column, sort, onSort }: Props<Row>) {
  const { t } = useTranslation('ui');
  const order = sort?.key === column.key ? sort.order : null;
  const className = [styles[column.align ?? 'start'], column.className].filter(Boolean).join(' ');
  if (!column.sortValue) {
    return (
      <th scope="col" role="columnheader" className={className}>
        {column.head ?? column.title}
      </th>
    );
  }
  const first = column.firstOrder ?? 'asc';
  const next = order === null ? first : order === 'asc' ? 'desc' : 'asc';
  return (
    <th
      scope="col"
      role="columnheader"
      className={className}
      aria-sort={order ? SORTED[order] : 'none'}
    >
      <button
        type="button"
        className={styles['sort']}
        title={t('sort_by', { column: column.title })}
        onClick={() => onSort({ key: column.key, order: next })}
      >
        <span>{column.head ?? column.title}</span>
        <span aria-hidden="true" className={styles['arrow']} data-order={order ?? 'none'}>
          {WORD_JOINER}
          {order === 'asc' ? '↑' : order === 'desc' ? '↓' : '↕'}
        </span>
      </button>
    </th>
  );
}
