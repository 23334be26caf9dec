import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { passwordPolicyQuery } from '../queries';
import { PasswordField } from './password-field';

interface Props {
  label?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A password that is being chosen, with what it has to be like in the server's words. */
export function NewPassword({ label, value, onChange }: Props) {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const policy = useQuery(passwordPolicyQuery());
  return (
    <PasswordField
      isNew
      label={label ?? t('new_password')}
      {...(policy.data && { hint: text(policy.data.text) })}
      value={value}
      onChange={onChange}
    />
  );
}
