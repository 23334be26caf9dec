import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunInfo, Strategy } from '@/api/types';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import styles from './method.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Which run this is, on which data: enough to compute the same again. */
export function RunFacts({ strategy, run }: { strategy: Strategy; run: RunInfo }) {
  const { t } = useTranslation('method');
  const { text, language } = useLanguage();
  const { counts } = strategy;
  const definition = (run.caliber as { definition?: { zh: string; en: string } | null }).definition;
  return (
    <Section title={t('run')} note={t('run_note')}>
      <dl className={styles['facts']}>
        <Fact name={t('ui:caliber')}>
          {text(run.caliber.name)}
          {definition && <span className={styles['definition']}>{text(definition)}</span>}
        </Fact>
        <Fact name={t('figures')}>
          {t('figures_of', {
            count: counts.observations,
            synthetic: counts.synthetic_observations,
          })}
        </Fact>
        <Fact name={t('scored')}>
          {t('scored_of', { count: counts.scored_units, all: counts.units })}
        </Fact>
        <Fact name={t('computed_at')}>
          {formatInstant(run.created_at, strategy.time_zone, language)}
        </Fact>
        <Fact name={t('engine')}>{run.engine_version}</Fact>
        <Fact name={t('run_id')}>
          <code className={styles['code']}>{run.id}</code>
        </Fact>
        <Fact name={t('ui:data_version')}>
          <code className={styles['code']}>{run.data_version}</code>
        </Fact>
        <Fact name={t('ui:content_hash')}>
          <code className={styles['code']}>{run.content_hash}</code>
        </Fact>
      </dl>
    </Section>
  );
}
