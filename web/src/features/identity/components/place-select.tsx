import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { placesQuery } from '../queries';

interface Props {
  hint?: string;
  value: string;
  onChange: (code: string) => void;
}

/** An open organisation, found by its name or code. */
export function PlaceSelect({ hint, value, onChange }: Props) {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const id = useId();
  const places = useQuery(placesQuery());
  const open = (places.data?.items ?? []).filter(({ closed_at: closed }) => !closed);
  return (
    <Field label={t('organisation')} hint={hint} htmlFor={id}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        loading={places.isPending}
        value={value || null}
        options={open.map(({ code, name }) => ({ value: code, label: `${text(name)} (${code})` }))}
        onChange={(code) => onChange(code ?? '')}
      />
    </Field>
  );
}
