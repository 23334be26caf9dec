import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';

const KINDS = ['city', 'department', 'district', 'zone', 'township'] as const;

export interface Said {
  zh: string;
  en: string;
  kind: string;
  unit: string;
}

interface Props {
  said: Said;
  /** Told what has become another one. */
  onChange: (change: Partial<Said>) => void;
}

/** Name, kind and unit of an organisation. */
export function OrganisationFields({ said, onChange }: Props) {
  const { t } = useTranslation('organisations');
  const id = useId();
  return (
    <>
      <Field label={t('name_zh')} htmlFor={`${id}-zh`}>
        <Input
          id={`${id}-zh`}
          required
          value={said.zh}
          onChange={({ target }) => onChange({ zh: target.value })}
        />
      </Field>
      <Field label={t('name_en')} htmlFor={`${id}-en`}>
        <Input
          id={`${id}-en`}
          required
          value={said.en}
          onChange={({ target }) => onChange({ en: target.value })}
        />
      </Field>
      <Field label={t('kind')} htmlFor={`${id}-kind`}>
        <Select
          id={`${id}-kind`}
          value={said.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Field>
      <Field label={t('unit')} hint={t('unit_hint')} htmlFor={`${id}-unit`}>
        <Input
          id={`${id}-unit`}
          value={said.unit}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
      </Field>
    </>
  );
}
