import { useTranslation } from 'react-i18next';
import type { UnitProfile } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { ScoreLink } from '@/ui/score/score-link';
import styles from './unit-profile.module.css';

type Standing = UnitProfile['strengths'][number];

/** Where the unit stands best and where worst, by rank. */
export function StrengthsAndWeaknesses({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  return (
    <div className={styles['two']}>
      <Section title={t('strengths')} note={t('strengths_note')}>
        <Standings standings={profile.strengths} profile={profile} nothing={t('no_strengths')} />
      </Section>
      <Section title={t('weaknesses')} note={t('weaknesses_note')}>
        <Standings standings={profile.weaknesses} profile={profile} nothing={t('no_weaknesses')} />
      </Section>
    </div>
  );
}

interface Props {
  standings: readonly Standing[];
  profile: UnitProfile;
  nothing: string;
}

function Standings({ standings, profile, nothing }: Props) {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  if (standings.length === 0) return <p className="muted">{nothing}</p>;
  return (
    <ol className={styles['standings']}>
      {standings.map(({ node, name, score, rank }) => (
        <li key={node}>
          <span>{text(name)}</span>
          <span className={styles['standingRank']}>{t('place', { rank: rank ?? '—' })}</span>
          <ScoreLink
            score={score ?? null}
            unit={profile.unit.code}
            unitName={text(profile.unit.name)}
            node={node}
            nodeName={text(name)}
          />
        </li>
      ))}
    </ol>
  );
}
