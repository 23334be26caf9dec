import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import type { Indicator } from '../types';
import styles from './catalogue.module.css';

/** The definition, for those who only read it. */
export function IndicatorFacts({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const facts = [
    ['field_definition', text(indicator.definition)],
    ['field_formula', text(indicator.formula)],
    ['field_measure_unit', text(indicator.measure_unit)],
    ['field_direction', t(`direction_${indicator.direction}`)],
    ['field_class', t(`class_${indicator.class}`)],
    ['field_frequency', t(`frequency_${indicator.frequency}`)],
    ['field_owner', indicator.owner],
    ['field_source', indicator.source],
  ] as const;
  return (
    <Section title={t('field_definition')}>
      <dl className={styles['facts']}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
