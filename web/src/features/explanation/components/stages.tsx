import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { formatPlain } from '@/ui/format';
import styles from './explanation.module.css';

type Stage = ExplainedNode['stages'][number];

/** Raw, denominated, normalised: what each rule made of the figure. */
export function Stages({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation('explanation');
  return (
    <ol className={styles['stages']} aria-label={t('stages')}>
      {stages.map((stage) => (
        <li key={stage.step}>
          <span className={styles['stageName']}>
            {t([`stage_${stage.step}`, `ui:step_${stage.step}`, 'ui:step_other'], {
              step: stage.step,
            })}
            {stage.rule && (
              <span className={styles['rule']}>
                {t([`ui:rule_${stage.rule}`, 'ui:step_other'], { step: stage.rule })}
              </span>
            )}
          </span>
          {stage.formula && <code className={styles['formula']}>{stage.formula}</code>}
          {stage.parameters.length > 0 && (
            <span className={styles['parameters']}>
              {stage.parameters.map(({ name, value }) => (
                <span key={name}>
                  {t([`parameter_${name}`, 'ui:step_other'], { step: name })}{' '}
                  <b>{formatPlain(value)}</b>
                </span>
              ))}
            </span>
          )}
          <strong className={styles['stageValue']}>{formatPlain(stage.value)}</strong>
        </li>
      ))}
    </ol>
  );
}
