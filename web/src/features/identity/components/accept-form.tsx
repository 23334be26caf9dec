import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { changePerson } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { NewPassword } from './new-password';

interface Props {
  secret: string;
  login: string;
  onDone: () => void;
}

/** A password of one's own; the account is signed in with it at once. */
export function AcceptForm({ secret, login, onDone }: Props) {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async () => {
      await read(client.POST('/api/v1/invitations/accept', { body: { secret, password } }));
      await read(client.POST('/api/v1/session', { body: { login, password } }));
    },
    onSuccess: async () => {
      await changePerson();
      onDone();
    },
  });
  return (
    <PlainForm
      action={t('accept')}
      isBusy={accept.isPending}
      error={accept.error}
      onSubmit={() => accept.mutate()}
    >
      <input
        className="visually-hidden"
        type="text"
        autoComplete="username"
        aria-label={t('login')}
        value={login}
        tabIndex={-1}
        readOnly
      />
      <NewPassword value={password} onChange={setPassword} />
    </PlainForm>
  );
}
