import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { changePerson } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { PasswordField } from './password-field';
import { TextField } from './text-field';

export function SignInForm() {
  const { t } = useTranslation('identity');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => read(client.POST('/api/v1/session', { body: { login, password } })),
    onSuccess: changePerson,
  });
  return (
    <PlainForm
      action={t('sign_in')}
      isBusy={signIn.isPending}
      error={signIn.error}
      onSubmit={() => signIn.mutate()}
    >
      <TextField label={t('login')} value={login} autoComplete="username" onChange={setLogin} />
      <PasswordField label={t('password')} value={password} onChange={setPassword} />
    </PlainForm>
  );
}
