import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Explanation } from '@/api/types';
import { useAsOf } from '@/ui/as-of/use-as-of';
import { useLanguage } from '@/ui/language';
import { SyntheticMark } from '@/ui/page/synthetic-mark';
import { paths } from '@/ui/paths';
import { formatPeriod } from '@/ui/period';
import { Provenance } from '@/ui/provenance/provenance';
import { useScoreScale } from '@/ui/score/scale';
import { Adjustment } from './adjustment';
import { Contributions } from './contributions';
import styles from './explanation.module.css';
import { LeafDetail } from './leaf-detail';

/** From the score down to the figures as reported. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('explanation');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const scale = useScoreScale();
  const asOf = useAsOf();
  const { nodes, unit, period, run } = explanation;
  const root = nodes.find(({ code }) => code === explanation.node.code);
  if (!root) return null;
  const hasFigures = explanation.is_synthetic;
  return (
    <div>
      <div className={styles['head']}>
        <div>
          <p className={styles['overline']}>
            <Link to={paths.unit(strategy, unit.code, { period, as_of: asOf })}>
              {text(unit.name)}
            </Link>
            {' · '}
            {formatPeriod(period, language)}
          </p>
          <h2>
            {text(root.name)} {hasFigures && <SyntheticMark isSmall />}
          </h2>
        </div>
        <p className={styles['total']}>
          <strong>{scale.score(root.score)}</strong>
          {typeof root.rank === 'number' && <span>{t('rank', { rank: root.rank })}</span>}
          {root.band && <span>{t('band', { band: root.band })}</span>}
        </p>
      </div>
      {root.missing && <p className={styles['missing']}>{text(root.missing)}</p>}
      {root.stages.length > 0 || root.figure ? (
        <LeafDetail node={root} />
      ) : (
        <Contributions nodes={nodes} parent={root} />
      )}
      {root.adjustment && <Adjustment adjustment={root.adjustment} />}
      <Provenance run={run} isSynthetic={hasFigures} isPinned={false} />
    </div>
  );
}
