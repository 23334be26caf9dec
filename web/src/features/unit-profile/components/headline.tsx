import { useTranslation } from 'react-i18next';
import type { UnitProfile } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { RankChange } from '@/ui/score/rank-change';
import { ScoreLink } from '@/ui/score/score-link';
import { Sparkline } from '@/ui/score/sparkline';
import { rootSeries } from '../series';
import styles from './unit-profile.module.css';

/** Score, rank of how many, and the change. */
export function Headline({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  const root = rootSeries(profile);
  return (
    <dl className={styles['headline']}>
      <div>
        <dt>{t('score')}</dt>
        <dd className={styles['big']}>
          <ScoreLink
            score={profile.score ?? null}
            unit={profile.unit.code}
            unitName={text(profile.unit.name)}
            node={root.node}
            nodeName={t('index')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('rank')}</dt>
        <dd>
          <span className={styles['big']}>{profile.rank ?? '—'}</span>
          <span className="muted"> {t('of', { count: profile.of })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('change')}</dt>
        <dd className={styles['moved']}>
          <RankChange change={profile.rank_change} />
        </dd>
      </div>
      <div className={styles['headSeries']}>
        <dt>{t('course')}</dt>
        <dd>
          <Sparkline points={root.points} />
        </dd>
      </div>
    </dl>
  );
}
