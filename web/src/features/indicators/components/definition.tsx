import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '@/api/types';
import { formatPlain, formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { SourceName } from '@/ui/page/source-line';
import styles from './indicators.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is counted, how, by whom, and how it becomes a score. */
export function Definition({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { text } = useLanguage();
  const { indicator, normalisation, effective_weight: share } = detail;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('code')}>
        <span className={styles['code']}>{indicator.code}</span>
      </Fact>
      <Fact name={t('measure_unit')}>{text(indicator.measure_unit)}</Fact>
      <Fact name={t('direction')}>{t(indicator.direction)}</Fact>
      <Fact name={t('class')}>{t(indicator.class)}</Fact>
      <Fact name={t('frequency')}>{t(indicator.frequency)}</Fact>
      {indicator.owner && <Fact name={t('owner')}>{text(indicator.owner.name)}</Fact>}
      {indicator.source && (
        <Fact name={t('definition_source')}>
          <SourceName source={indicator.source} />
        </Fact>
      )}
      <Fact name={t('weight')}>
        {typeof share === 'number'
          ? t('weight_of_index', { share: formatShare(share) })
          : t('not_scored')}
      </Fact>
      {indicator.formula && (
        <Fact name={t('formula')}>
          <span className={styles['formula']}>{text(indicator.formula)}</span>
        </Fact>
      )}
      {normalisation && (
        <Fact name={t('normalisation')}>
          {t([`ui:rule_${normalisation.rule}`, 'ui:step_other'], { step: normalisation.rule })}{' '}
          <code className={styles['code']}>{normalisation.formula}</code>{' '}
          <span className="muted">
            {normalisation.parameters
              .map(
                ({ name, value }) =>
                  `${t([`parameter_${name}`, 'ui:step_other'], { step: name })} ${formatPlain(value)}`,
              )
              .join(t('ui:list_separator'))}
          </span>
        </Fact>
      )}
    </dl>
  );
}
