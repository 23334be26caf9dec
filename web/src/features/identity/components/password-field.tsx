import { Input } from 'antd';
import { useId } from 'react';
import { Field } from '@/ui/form/field';

interface Props {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  isNew?: boolean;
}

/** A password, which password managers can fill in and make. */
export function PasswordField({ label, hint, value, onChange, isNew = false }: Props) {
  const id = useId();
  return (
    <Field label={label} hint={hint} htmlFor={id}>
      <Input.Password
        id={id}
        value={value}
        required
        autoComplete={isNew ? 'new-password' : 'current-password'}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
