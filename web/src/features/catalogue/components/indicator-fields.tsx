import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { listsQuery } from '../queries';
import type { Said } from '../said';
import { TextFields } from './text-fields';

const DIRECTIONS = ['higher_is_better', 'lower_is_better'] as const;
const CLASSES = ['expected', 'binding'] as const;
const FREQUENCIES = ['yearly', 'half_yearly', 'quarterly', 'monthly'] as const;

interface Props {
  strategy: string;
  said: Said;
  onChange: (said: Said) => void;
}

/** Everything that a definition says. */
export function IndicatorFields({ strategy, said, onChange }: Props) {
  const edit = (change: Partial<Said>) => onChange({ ...said, ...change });
  return (
    <>
      <TextFields field="name" value={said.name} onChange={(name) => edit({ name })} />
      <TextFields
        field="measure_unit"
        value={said.measure_unit}
        onChange={(unit) => edit({ measure_unit: unit })}
      />
      <Choice
        name="direction"
        words={DIRECTIONS}
        value={said.direction}
        onChange={(direction) => edit({ direction })}
      />
      <Choice
        name="class"
        words={CLASSES}
        value={said.class}
        onChange={(value) => edit({ class: value })}
      />
      <Choice
        name="frequency"
        words={FREQUENCIES}
        value={said.frequency}
        onChange={(frequency) => edit({ frequency })}
      />
      <Owner value={said.owner} onChange={(owner) => edit({ owner })} />
      <Decimals value={said.decimals} onChange={(decimals) => edit({ decimals })} />
      <TextFields
        isLong
        field="definition"
        value={said.definition}
        onChange={(definition) => edit({ definition })}
      />
      <TextFields
        isLong
        field="formula"
        value={said.formula}
        onChange={(formula) => edit({ formula })}
      />
      <Source strategy={strategy} value={said.source} onChange={(source) => edit({ source })} />
    </>
  );
}

interface ChoiceProps {
  name: 'direction' | 'class' | 'frequency';
  words: readonly string[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ name, words, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const options = words.map((word) => ({ value: word, label: t(`${name}_${word}`) }));
  return (
    <Field label={t(`field_${name}`)} htmlFor={id}>
      <Select id={id} value={value} options={options} onChange={onChange} />
    </Field>
  );
}

function Owner({ value, onChange }: Pick<ChoiceProps, 'value' | 'onChange'>) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const id = useId();
  const query = useQuery({
    queryKey: ['private', 'catalogue', 'owners'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/organisations', { signal })),
  });
  const open = (query.data?.items ?? []).filter(({ closed_at: closed }) => !closed);
  return (
    <Field label={t('owner')} hint={t('owner_hint')} htmlFor={id}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose_owner')}
        value={value || null}
        options={open.map(({ code, name }) => ({ value: code, label: `${text(name)} ${code}` }))}
        onChange={(owner: string) => onChange(owner)}
      />
    </Field>
  );
}

function Decimals({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  return (
    <Field label={t('decimals')} htmlFor={id}>
      <InputNumber
        id={id}
        min={0}
        max={9}
        precision={0}
        value={value}
        onChange={(decimals) => onChange(decimals ?? 0)}
      />
    </Field>
  );
}

function Source({ strategy, value, onChange }: Pick<ChoiceProps, 'value' | 'onChange'> & { strategy: string }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const id = useId();
  const query = useQuery(listsQuery(strategy));
  const known = (query.data?.sources ?? []).map(({ code, title }) => ({
    value: code,
    label: text(title),
  }));
  return (
    <Field label={t('source')} htmlFor={id}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('no_source')}
        value={value || null}
        options={known}
        onChange={(source: string) => onChange(source)}
      />
    </Field>
  );
}
