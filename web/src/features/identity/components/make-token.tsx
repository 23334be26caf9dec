import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { ShownOnce } from '@/ui/form/shown-once';
import { actionKey, actions } from '@/ui/rights';
import { myTokensQuery } from '../queries';
import styles from './identity.module.css';
import { TextField } from './text-field';

/** A token gives at most what it is made for, and never more than its owner may do. */
export function MakeToken() {
  const { t } = useTranslation('identity');
  const id = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scope, setScope] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/me/tokens', { body: { name, days: Number(days), actions: scope } }),
      ),
    onSuccess: async () => {
      setName('');
      setScope([]);
      await queryClient.invalidateQueries({ queryKey: myTokensQuery().queryKey });
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('make_token')}</summary>
      {make.data && <ShownOnce title={t('token_once')} secret={make.data.secret} />}
      <PlainForm
        action={t('make_token')}
        isBusy={make.isPending}
        error={make.error}
        onSubmit={() => make.mutate()}
      >
        <TextField label={t('token_name')} hint={t('token_name_hint')} value={name} onChange={setName} />
        <Field label={t('token_scope')} hint={t('token_scope_hint')} htmlFor={id}>
          <Select
            id={id}
            mode="multiple"
            value={scope}
            options={actions.map((action) => ({ value: action, label: t(actionKey(action)) }))}
            onChange={setScope}
          />
        </Field>
        <TextField label={t('token_days')} type="number" value={days} onChange={setDays} />
      </PlainForm>
    </details>
  );
}
