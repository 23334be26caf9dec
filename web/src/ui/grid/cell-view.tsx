import { useTranslation } from 'react-i18next';
import type { GridCell } from './cell';
import styles from './grid.module.css';
import { StateMark } from './state-mark';

/** A cell at rest: its state, what was typed, and what the last period had. */
export function CellView({ cell }: { cell: GridCell | undefined }) {
  const { t } = useTranslation('ui');
  if (!cell) {
    return (
      <span className={styles['notAsked']}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{t('grid_not_asked')}</span>
      </span>
    );
  }
  return (
    <span className={styles['cell']}>
      <span className={styles['value']}>
        <StateMark state={cell.state} />
        <span className={styles['text']}>{cell.text}</span>
      </span>
      {cell.previous !== undefined && (
        <span className={styles['previous']}>{t('grid_previous', { text: cell.previous })}</span>
      )}
    </span>
  );
}
