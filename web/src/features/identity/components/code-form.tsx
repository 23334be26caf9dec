import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { changePerson } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { TextField } from './text-field';

/** The second factor of somebody whose password was right. */
export function CodeForm() {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const give = useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/session/second-factor', { body: { code: code.trim() } })),
    onSuccess: changePerson,
  });
  return (
    <PlainForm
      action={t('confirm')}
      isBusy={give.isPending}
      error={give.error}
      onSubmit={() => give.mutate()}
    >
      <TextField
        label={t('code')}
        hint={t('code_hint')}
        value={code}
        autoComplete="one-time-code"
        onChange={setCode}
      />
    </PlainForm>
  );
}
