import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { indicatorsQuery, periodsQuery, strategyQuery, unitsQuery } from '@/api/strategy-queries';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { type Plan, periodsFor, withIndicators } from '../plan';
import styles from './collection.module.css';

interface Props {
  plan: Plan;
  recurrence: string;
  isFixed: boolean;
  onChange: (plan: Plan) => void;
}

const SEARCH = { optionFilterProp: 'label' };

/** Indicators × units × periods. */
export function PlanFields({ plan, recurrence, isFixed, onChange }: Props) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const id = useId();
  const caliber = useQuery(strategyQuery(strategy)).data?.run.caliber.code ?? '';
  const indicators = useQuery(indicatorsQuery(strategy)).data?.items ?? [];
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const scored = units.filter(({ is_scored: isScored }) => isScored).map(({ code }) => code);
  const known = useQuery(periodsQuery(strategy)).data?.items.map(({ code }) => code) ?? [];
  const periods = new Set([...plan.periods, ...periodsFor(recurrence, known)]);
  return (
    <div className={styles['plan']}>
      <Field label={t('plan_indicators')} htmlFor={`${id}-indicators`}>
        <Select
          id={`${id}-indicators`}
          mode="multiple"
          disabled={isFixed}
          showSearch={SEARCH}
          value={plan.items.map(({ indicator }) => indicator)}
          options={indicators.map(({ code, name }) => ({ value: code, label: text(name) }))}
          onChange={(codes: string[]) => onChange(withIndicators(plan, codes, caliber))}
        />
      </Field>
      <Field label={t('plan_units')} htmlFor={`${id}-units`}>
        <Select
          id={`${id}-units`}
          mode="multiple"
          disabled={isFixed}
          showSearch={SEARCH}
          value={plan.units}
          options={units.map(({ code, name }) => ({ value: code, label: text(name) }))}
          onChange={(codes: string[]) => onChange({ ...plan, units: codes })}
        />
      </Field>
      {!isFixed && (
        <div>
          <Button size="small" onClick={() => onChange({ ...plan, units: scored })}>
            {t('plan_all_units', { count: scored.length })}
          </Button>
        </div>
      )}
      <Field label={t('plan_periods')} hint={t('plan_periods_hint')} htmlFor={`${id}-periods`}>
        <Select
          id={`${id}-periods`}
          mode="tags"
          disabled={isFixed}
          value={plan.periods}
          options={[...periods].map((code) => ({
            value: code,
            label: formatPeriod(code, language),
          }))}
          onChange={(codes: string[]) => onChange({ ...plan, periods: codes })}
        />
      </Field>
    </div>
  );
}
