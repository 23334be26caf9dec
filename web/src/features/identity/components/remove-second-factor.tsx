import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { renewSession } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { myAccountQuery } from '../queries';
import { PasswordField } from './password-field';
import { TextField } from './text-field';

/** It is on; taking it away needs both proofs, and holds back the roles that need it. */
export function RemoveSecondFactor() {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/me/second-factor/remove', { body: { password, code: code.trim() } }),
      ),
    onSuccess: async () => {
      await renewSession();
      await queryClient.invalidateQueries({ queryKey: myAccountQuery().queryKey });
    },
  });
  return (
    <PlainForm
      action={t('remove_second_factor')}
      danger={isAsked}
      isQuiet={!isAsked}
      isBusy={remove.isPending}
      error={remove.error}
      onSubmit={() => (isAsked ? remove.mutate() : setIsAsked(true))}
    >
      {isAsked ? (
        <>
          <p>{t('remove_second_factor_why')}</p>
          <PasswordField label={t('current_password')} value={password} onChange={setPassword} />
          <TextField label={t('code')} hint={t('code_hint')} value={code} onChange={setCode} />
        </>
      ) : (
        <p>{t('second_factor_on')}</p>
      )}
    </PlainForm>
  );
}
