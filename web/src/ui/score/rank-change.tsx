import { useTranslation } from 'react-i18next';
import { rankChangeWords } from '../rank-words';
import styles from './score.module.css';

/** 进位 and 退位, with a sign and a word; colour only repeats them. */
export function RankChange({ change }: { change: number | null | undefined }) {
  const { t } = useTranslation('ui');
  const { move, places, symbol } = rankChangeWords(change);
  return (
    <span className={styles['change']} data-move={move}>
      {symbol && (
        <span aria-hidden="true" className={styles['symbol']}>
          {symbol}
        </span>
      )}
      {t(`rank_${move}`, { count: places })}
    </span>
  );
}
