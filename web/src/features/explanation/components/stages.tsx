import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { formatPlain } from '@/ui/format';
import styles from './explanation.module.css';

type Stage = ExplainedNode['stages'][number];

/** What a step did to the figure on its own account: filled a gap, tamed an outlier, left the unit out. */
function Change({ stage, before }: { stage: Stage; before: number | null | undefined }) {
  const { t } = useTranslation('explanation');
  const { change, value } = stage;
  if (!change) return null;
  const isOut = change === 'treated' && typeof value !== 'number';
  const words = { before: formatPlain(before), after: formatPlain(value) };
  return (
    <span className={styles['change']}>
      <b>{t(`mark_${change}`)}</b> {t(isOut ? 'changed_treated_out' : `changed_${change}`, words)}
    </span>
  );
}

/** Raw, denominated, normalised: what each rule made of the figure. */
export function Stages({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation('explanation');
  return (
    <ol className={styles['stages']} aria-label={t('stages')}>
      {stages.map((stage, place) => (
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
          <Change stage={stage} before={stages[place - 1]?.value} />
          <strong className={styles['stageValue']}>{formatPlain(stage.value)}</strong>
        </li>
      ))}
    </ol>
  );
}
