import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../period';
import { useLanguage } from '../language';
import { useScoreScale } from './scale';
import styles from './score.module.css';
import { sparklinePath } from './sparkline-path';

interface Point {
  period: string;
  score: number | null;
}

const WIDTH = 88;
const HEIGHT = 26;

/** The course of a score, drawn small; its ends are told in words. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const scale = useScoreScale();
  const { line, last } = sparklinePath(
    points.map(({ score }) => score),
    WIDTH,
    HEIGHT,
  );
  const given = points.filter(({ score }) => score !== null);
  const first = given.at(0);
  const end = given.at(-1);
  if (!first || !end) return <span className="muted">{t('no_series')}</span>;
  const label = t('series_words', {
    from: formatPeriod(first.period, language),
    fromScore: scale.score(first.score),
    to: formatPeriod(end.period, language),
    toScore: scale.score(end.score),
  });
  return (
    <svg
      className={styles['sparkline']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <title>{label}</title>
      <path d={line} />
      {last && <circle cx={last.x} cy={last.y} r="2.6" />}
    </svg>
  );
}
