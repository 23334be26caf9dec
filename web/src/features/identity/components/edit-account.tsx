import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Account } from '@/api/types';
import { PlainForm } from '@/ui/form/form';
import { Notice } from '@/ui/form/notice';
import { reloadAccounts } from '../queries';
import { PlaceSelect } from './place-select';
import { TextField } from './text-field';

/** Another name, or another organisation. What was typed stays when somebody else was faster; the rest follows them. */
export function EditAccount({ account }: { account: Account }) {
  const { t } = useTranslation('identity');
  const [typed, setTyped] = useState<{ name?: string; organisation?: string }>({});
  const { id, version } = account;
  const edit = useMutation({
    mutationFn: () =>
      read(
        client.PATCH('/api/v1/accounts/{id}', {
          params: { path: { id }, header: ifMatch(version) },
          body: typed,
        }),
      ),
    onSuccess: async () => {
      setTyped({});
      await reloadAccounts();
    },
  });
  return (
    <PlainForm
      action={t('save')}
      isBusy={edit.isPending}
      error={edit.error}
      onReload={() => void reloadAccounts().then(edit.reset)}
      onSubmit={() => edit.mutate()}
    >
      {edit.isSuccess && <Notice>{t('saved')}</Notice>}
      <TextField
        label={t('name')}
        value={typed.name ?? account.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <PlaceSelect
        hint={t('organisation_change_hint')}
        value={typed.organisation ?? account.organisation?.code ?? ''}
        onChange={(organisation) => setTyped({ ...typed, organisation })}
      />
    </PlainForm>
  );
}
