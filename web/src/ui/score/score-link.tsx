import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { explainKey } from '../paths';
import { useScoreScale } from './scale';
import styles from './score.module.css';

interface Props {
  score: number | null;
  unit: string;
  unitName: string;
  node: string;
  nodeName: string;
  className?: string | undefined;
}

/** A score that opens its explanation, wherever it stands. */
export function ScoreLink({ score, unit, unitName, node, nodeName, className }: Props) {
  const { t } = useTranslation('ui');
  const scale = useScoreScale();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set('explain', explainKey(unit, node));
  const label = t('explain_score', { unit: unitName, node: nodeName, score: scale.score(score) });
  return (
    <Link
      to={{ search: next.toString() }}
      preventScrollReset
      className={`${styles['link']} ${className ?? ''}`}
      aria-label={label}
      title={t('explain')}
    >
      {scale.score(score)}
    </Link>
  );
}
