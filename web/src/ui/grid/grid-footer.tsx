import { useTranslation } from 'react-i18next';
import type { CellState, Sheet } from './cell';
import styles from './grid.module.css';

const COUNTED = ['open', 'error', 'conflict', 'returned', 'warning', 'missing', 'unsaved'] as const;

function countStates({ rows, columns }: Sheet) {
  const counts = new Map<CellState, number>();
  let all = 0;
  for (const row of rows) {
    for (const { key } of columns) {
      const cell = row.cells[key];
      if (!cell) continue;
      all += 1;
      counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1);
    }
  }
  return { counts, all };
}

interface Props {
  sheet: Sheet;
  /** Pasted values that found no place. */
  left: number;
  onNext: (state: CellState) => void;
}

/** How many cells are open, faulty and so on; each count leads to the next of them. */
export function GridFooter({ sheet, left, onNext }: Props) {
  const { t } = useTranslation('ui');
  const { counts, all } = countStates(sheet);
  return (
    <div className={`${styles['footer']} no-print`}>
      <span>{t('grid_cells', { count: all })}</span>
      {COUNTED.filter((state) => counts.has(state)).map((state) => (
        <button key={state} type="button" data-state={state} onClick={() => onNext(state)}>
          {t(`grid_count_${state}`, { count: counts.get(state) })}
        </button>
      ))}
      <span role="status" className={styles['left']}>
        {left > 0 && t('grid_left', { count: left })}
      </span>
    </div>
  );
}
