import { useTranslation } from 'react-i18next';
import type { CellState } from './cell';
import styles from './grid.module.css';

/** One stroke a state, so that it is told apart without colour and at a glance. */
const SHAPES: Partial<Record<CellState, string>> = {
  unsaved: 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  missing: 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM4 12L12 4',
  warning: 'M8 2L14.5 13.5H1.5zM8 6.5V9.5M8 11.4V11.5',
  error: 'M4 4L12 12M12 4L4 12',
  returned: 'M6 3L2.5 6.5L6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  conflict: 'M2 5.5H13L10 2.5M14 10.5H3L6 13.5',
  locked: 'M4 7.5H12V13.5H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0V7.5',
};

/** Word and shape of a state; filled and open cells need none. */
export function StateMark({ state }: { state: CellState }) {
  const { t } = useTranslation('ui');
  const shape = SHAPES[state];
  if (!shape) return null;
  return (
    <span className={styles['mark']} data-state={state}>
      <svg viewBox="0 0 16 16" width="11" height="11" aria-hidden="true">
        <path
          d={shape}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
        />
      </svg>
      {t(`grid_${state}`)}
    </span>
  );
}
