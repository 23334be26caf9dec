import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { renewSession, sessionQuery } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { myAccountQuery } from '../queries';
import { Enrolment } from './enrolment';
import { PasswordField } from './password-field';
import { RecoveryCodes } from './recovery-codes';
import { RemoveSecondFactor } from './remove-second-factor';

/** Set up with the password given again, a code given back, and recovery codes shown once. */
export function SecondFactor() {
  const { t } = useTranslation('identity');
  const session = useQuery(sessionQuery());
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<string[] | null>(null);
  const begin = useMutation({
    mutationFn: () => read(client.POST('/api/v1/me/second-factor', { body: { password } })),
    onSuccess: () => setPassword(''),
  });
  const onCodes = async (given: string[]) => {
    setCodes(given);
    await renewSession();
    await queryClient.invalidateQueries({ queryKey: myAccountQuery().queryKey });
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  if (session.data?.account?.has_second_factor) return <RemoveSecondFactor />;
  if (begin.data) return <Enrolment uri={begin.data.uri} onCodes={onCodes} />;
  return (
    <PlainForm
      action={t('begin_second_factor')}
      isBusy={begin.isPending}
      error={begin.error}
      onSubmit={() => begin.mutate()}
    >
      <PasswordField
        label={t('current_password')}
        hint={t('password_again')}
        value={password}
        onChange={setPassword}
      />
    </PlainForm>
  );
}
