import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { reloadCollection, reopen, type SubmissionPlace } from '../queries';
import { newRequestKey } from '../request-key';
import styles from './collection.module.css';

/** Takes an approved cell up again; its figure stays until another one is approved. */
export function ReopenCell({ place, cell }: { place: SubmissionPlace; cell: number }) {
  const { t } = useTranslation('collection');
  const id = useId();
  const [key, setKey] = useState(newRequestKey);
  const [reason, setReason] = useState('');
  const take = useMutation({
    mutationFn: () => reopen(place, key, [cell], reason),
    onSuccess: async () => {
      setKey(newRequestKey());
      await reloadCollection();
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('reopen_cell')}</summary>
      <PlainForm
        action={t('reopen_cell')}
        isBusy={take.isPending}
        error={take.error}
        onReload={() => void reloadCollection().then(take.reset)}
        onSubmit={() => take.mutate()}
      >
        <Field label={t('reason')} hint={t('reopen_hint')} htmlFor={id}>
          <Input
            id={id}
            required
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </PlainForm>
    </details>
  );
}
