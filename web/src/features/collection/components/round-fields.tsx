import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';

export interface RoundSaid {
  zh: string;
  en: string;
  deadline: string;
  recurrence: string;
  levels: number;
  status: string;
}

const RECURRENCES = ['once', 'monthly', 'quarterly', 'yearly', 'rd_returns'];
const STATUSES = ['estimate', 'flash', 'final', 'revised'];

interface Props {
  said: RoundSaid;
  isFixed: boolean;
  onChange: (said: RoundSaid) => void;
}

/** Title, deadline, recurrence and reviews of a round. */
export function RoundFields({ said, isFixed, onChange }: Props) {
  const { t } = useTranslation('collection');
  const id = useId();
  return (
    <>
      <Field label={t('title_zh')} htmlFor={`${id}-zh`}>
        <Input
          id={`${id}-zh`}
          required
          maxLength={120}
          value={said.zh}
          onChange={({ target }) => onChange({ ...said, zh: target.value })}
        />
      </Field>
      <Field label={t('title_en')} htmlFor={`${id}-en`}>
        <Input
          id={`${id}-en`}
          maxLength={120}
          value={said.en}
          onChange={({ target }) => onChange({ ...said, en: target.value })}
        />
      </Field>
      <Field label={t('deadline')} hint={t('deadline_hint')} htmlFor={`${id}-deadline`}>
        <Input
          id={`${id}-deadline`}
          type="datetime-local"
          required
          value={said.deadline}
          onChange={({ target }) => onChange({ ...said, deadline: target.value })}
        />
      </Field>
      <Field label={t('recurrence')} htmlFor={`${id}-recurrence`}>
        <Select
          id={`${id}-recurrence`}
          disabled={isFixed}
          value={said.recurrence}
          options={RECURRENCES.map((value) => ({ value, label: t(`recurrence_${value}`) }))}
          onChange={(recurrence) => onChange({ ...said, recurrence })}
        />
      </Field>
      <Field label={t('levels')} htmlFor={`${id}-levels`}>
        <Select
          id={`${id}-levels`}
          disabled={isFixed}
          value={said.levels}
          options={[1, 2].map((value) => ({ value, label: t(`levels_${value}`) }))}
          onChange={(levels) => onChange({ ...said, levels })}
        />
      </Field>
      <Field label={t('status')} htmlFor={`${id}-status`}>
        <Select
          id={`${id}-status`}
          disabled={isFixed}
          value={said.status}
          options={STATUSES.map((value) => ({ value, label: t(`ui:status_${value}`) }))}
          onChange={(status) => onChange({ ...said, status })}
        />
      </Field>
    </>
  );
}
