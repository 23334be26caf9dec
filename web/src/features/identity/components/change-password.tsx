import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { renewSession } from '@/api/session';
import { PlainForm } from '@/ui/form/form';
import { Notice } from '@/ui/form/notice';
import { mySessionsQuery } from '../queries';
import { NewPassword } from './new-password';
import { PasswordField } from './password-field';

export function ChangePassword() {
  const { t } = useTranslation('identity');
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const change = useMutation({
    mutationFn: () => read(client.PUT('/api/v1/me/password', { body: { current, wanted } })),
    onSuccess: async () => {
      setCurrent('');
      setWanted('');
      await renewSession();
      await queryClient.invalidateQueries({ queryKey: mySessionsQuery().queryKey });
    },
  });
  return (
    <PlainForm
      action={t('change_password')}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
    >
      {change.isSuccess && <Notice>{t('password_changed')}</Notice>}
      <PasswordField label={t('current_password')} value={current} onChange={setCurrent} />
      <NewPassword value={wanted} onChange={setWanted} />
    </PlainForm>
  );
}
