import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { organisationsQuery } from '../queries';
import { withAllBelow } from '../tree';

interface Props {
  label?: string;
  /** Cannot be chosen, nor anything below it. */
  except?: string;
  value: string;
  onChange: (code: string) => void;
}

/** An open organisation: what another one stands under, or is merged into. */
export function ParentSelect({ label, except, value, onChange }: Props) {
  const { t } = useTranslation('organisations');
  const { text } = useLanguage();
  const id = useId();
  const items = useQuery(organisationsQuery()).data?.items ?? [];
  const refused = except ? withAllBelow(items, except) : new Set<string>();
  const open = items.filter(({ code, closed_at: closed }) => !closed && !refused.has(code));
  return (
    <Field label={label ?? t('parent')} htmlFor={id}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value || null}
        options={open.map(({ code, name }) => ({ value: code, label: `${text(name)} (${code})` }))}
        onChange={(code) => onChange(code ?? '')}
      />
    </Field>
  );
}
