import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { Notice } from '@/ui/form/notice';
import { reloadOrganisations } from '../queries';
import { OrganisationFields, type Said } from './organisation-fields';
import styles from './organisations.module.css';
import { ParentSelect } from './parent-select';

const NOTHING_YET: Said = { zh: '', en: '', kind: 'department', unit: '' };

export function CreateOrganisation() {
  const { t } = useTranslation('organisations');
  const id = useId();
  const [code, setCode] = useState('');
  const [parent, setParent] = useState('');
  const [said, setSaid] = useState(NOTHING_YET);
  const create = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/organisations', {
          body: {
            code,
            kind: said.kind,
            name: { zh: said.zh, en: said.en },
            ...(parent && { parent }),
            ...(said.unit && { unit: said.unit }),
          },
        }),
      ),
    onSuccess: async () => {
      setCode('');
      setSaid(NOTHING_YET);
      await reloadOrganisations();
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('create')}</summary>
      <PlainForm
        action={t('create')}
        isBusy={create.isPending}
        error={create.error}
        onSubmit={() => create.mutate()}
      >
        {create.isSuccess && <Notice>{t('saved')}</Notice>}
        <Field label={t('code')} hint={t('code_hint')} htmlFor={id}>
          <Input id={id} required value={code} onChange={({ target }) => setCode(target.value)} />
        </Field>
        <OrganisationFields
          said={said}
          onChange={(change) => setSaid({ ...said, ...change })}
        />
        <ParentSelect value={parent} onChange={setParent} />
      </PlainForm>
    </details>
  );
}
