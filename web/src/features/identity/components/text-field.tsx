import { Input } from 'antd';
import { useId } from 'react';
import { Field } from '@/ui/form/field';

interface Props {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete?: string;
  isNumeric?: boolean;
  type?: 'text' | 'date' | 'number';
  isOptional?: boolean;
}

/** A line of text with its label. */
export function TextField(props: Props) {
  const { label, hint, value, onChange, autoComplete = 'off', isNumeric, type, isOptional } = props;
  const id = useId();
  return (
    <Field label={label} hint={hint} htmlFor={id}>
      <Input
        id={id}
        value={value}
        required={!isOptional}
        type={type ?? 'text'}
        autoComplete={autoComplete}
        {...(isNumeric ? { inputMode: 'numeric' as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
