import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import i18next from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { renewSession } from '@/api/session';
import type { Account } from '@/api/types';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { Notice } from '@/ui/form/notice';
import { isLanguage } from '@/ui/language';
import { myAccountQuery, reloadAccounts } from '../queries';
import { TextField } from './text-field';

const reload = () => queryClient.invalidateQueries({ queryKey: myAccountQuery().queryKey });

/** One's own name, and the language that the pages are in after signing in. */
export function OwnDetails({ account }: { account: Account }) {
  const { t } = useTranslation('identity');
  const id = useId();
  const [typed, setTyped] = useState<{ name?: string; language?: string }>({});
  const edit = useMutation({
    mutationFn: () =>
      read(
        client.PATCH('/api/v1/me', {
          params: { header: ifMatch(account.version) },
          body: typed,
        }),
      ),
    onSuccess: async (changed) => {
      setTyped({});
      queryClient.setQueryData(myAccountQuery().queryKey, changed);
      await Promise.all([renewSession(), reloadAccounts()]);
      const { language } = changed.account;
      if (isLanguage(language)) await i18next.changeLanguage(language);
    },
  });
  return (
    <PlainForm
      action={t('save')}
      isBusy={edit.isPending}
      error={edit.error}
      onReload={() => void reload().then(edit.reset)}
      onSubmit={() => edit.mutate()}
    >
      {edit.isSuccess && <Notice>{t('saved')}</Notice>}
      <TextField
        label={t('name')}
        value={typed.name ?? account.name}
        onChange={(name) => setTyped({ ...typed, name })}
        autoComplete="name"
      />
      <Field label={t('language')} hint={t('language_hint')} htmlFor={`${id}-language`}>
        <Select
          id={`${id}-language`}
          value={typed.language ?? account.language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => setTyped({ ...typed, language })}
        />
      </Field>
    </PlainForm>
  );
}
