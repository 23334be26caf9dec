import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Account } from '@/api/types';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { roles as roleWords } from '@/ui/rights';
import { reloadAccounts } from '../queries';
import styles from './identity.module.css';
import { PlaceSelect } from './place-select';
import { TextField } from './text-field';

/** Until the end of a day, where the reader is. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** A role in an organisation and all below it, for a time or until it is taken back. */
export function GiveRole({ account }: { account: Account }) {
  const { t } = useTranslation('identity');
  const id = useId();
  const [role, setRole] = useState('');
  const [organisation, setOrganisation] = useState(account.organisation?.code ?? '');
  const [until, setUntil] = useState('');
  const give = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/accounts/{id}/roles', {
          params: { path: { id: account.id }, header: ifMatch(account.version) },
          body: { role, organisation, ...(until && { until: endOf(until) }) },
        }),
      ),
    onSuccess: async () => {
      setRole('');
      await reloadAccounts();
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('give_role')}</summary>
      <PlainForm
        action={t('give_role')}
        isBusy={give.isPending}
        error={give.error}
        onReload={() => void reloadAccounts().then(give.reset)}
        onSubmit={() => give.mutate()}
      >
        <Field label={t('role')} htmlFor={id}>
          <Select
            id={id}
            value={role || null}
            options={roleWords.map((word) => ({ value: word, label: t(`ui:role_${word}`) }))}
            onChange={(word) => setRole(word ?? '')}
          />
        </Field>
        <PlaceSelect hint={t('role_reaches')} value={organisation} onChange={setOrganisation} />
        <TextField
          isOptional
          label={t('until')}
          hint={t('until_hint')}
          type="date"
          value={until}
          onChange={setUntil}
        />
      </PlainForm>
    </details>
  );
}
