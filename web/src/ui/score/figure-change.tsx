import { useTranslation } from 'react-i18next';
import { formatChange } from '../format';
import { figureMove } from '../rank-words';
import styles from './score.module.css';

interface Props {
  change: number | null;
  isImprovement: boolean | null;
  decimals: number;
}

const SYMBOL = { improved: '✓', worsened: '✕', same: '＝', unknown: '' } as const;
const MOVE = { improved: 'gained', worsened: 'lost', same: 'kept', unknown: 'unknown' } as const;

/** How a figure moved, and whether that is for the better: for some, less is better. */
export function FigureChange({ change, isImprovement, decimals }: Props) {
  const { t } = useTranslation('ui');
  const move = figureMove(change, isImprovement);
  if (move === 'unknown') return <span className={styles['change']}>{t('no_comparison')}</span>;
  return (
    <span className={styles['change']} data-move={MOVE[move]}>
      <span className={styles['amount']}>{formatChange(change, decimals)}</span>
      <span aria-hidden="true" className={styles['symbol']}>
        {SYMBOL[move]}
      </span>
      {t(`figure_${move}`)}
    </span>
  );
}
