import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { useScoreScale } from '@/ui/score/scale';
import styles from './explanation.module.css';

type Given = NonNullable<ExplainedNode['adjustment']>;

/** Bonus and penalty items of a unit, each with its points, and the score before and after. */
export function Adjustment({ adjustment }: { adjustment: Given }) {
  const { t } = useTranslation('explanation');
  const scale = useScoreScale();
  const { items, bonus, penalty, before, after } = adjustment;
  return (
    <section aria-label={t('adjustment')} className={styles['leaf']}>
      <h3>{t('adjustment')}</h3>
      <dl className={styles['facts']}>
        {items.map(({ item, kind, points, counted, reasons }) => (
          <div key={item}>
            <dt>
              {item} · {t(`item_${kind}`)}
            </dt>
            <dd>
              {t('item_counted', { points: scale.score(points), counted: scale.score(counted) })}
              {reasons.length > 0 && <span> {reasons.join(' · ')}</span>}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('adjustment_before')}</dt>
          <dd>{scale.score(before)}</dd>
        </div>
        <div>
          <dt>{t('adjustment_after')}</dt>
          <dd>
            <strong>{scale.score(after)}</strong>{' '}
            {t('adjustment_total', { bonus: scale.score(bonus), penalty: scale.score(penalty) })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
