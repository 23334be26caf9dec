import { useScoreScale } from './scale';
import styles from './score.module.css';

interface Props {
  value: number | null;
  /** A tick where the average stands. */
  average?: number | null;
  /** What fills the bar; the best score by default. */
  max?: number;
}

function percent(value: number, max: number): string {
  return `${Math.min(100, Math.max(0, (value / max) * 100))}%`;
}

/** Repeats a number that stands beside it, so it is hidden from screen readers. */
export function ScoreBar({ value, average, max: given }: Props) {
  const scale = useScoreScale();
  const max = given ?? scale.max;
  return (
    <span aria-hidden="true" className={styles['bar']}>
      {value !== null && (
        <span className={styles['fill']} style={{ inlineSize: percent(value, max) }} />
      )}
      {average !== null && average !== undefined && (
        <span className={styles['tick']} style={{ insetInlineStart: percent(average, max) }} />
      )}
    </span>
  );
}
