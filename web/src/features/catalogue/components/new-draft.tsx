import { useMutation } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client, read } from '@/api/client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { paths } from '@/ui/paths';
import { reloadCatalogue } from '../queries';
import type { Version } from '../types';
import styles from './catalogue.module.css';

interface Props {
  strategy: string;
  versions: readonly Version[];
  /** What to copy where it is not asked. */
  copyOf?: string;
}

/** Begins a draft, by default as a copy of the version in force. */
export function NewDraft({ strategy, versions, copyOf }: Props) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const navigate = useNavigate();
  const inForce = versions.find(({ is_in_force: is }) => is)?.version;
  const [version, setVersion] = useState('');
  const [from, setFrom] = useState(copyOf ?? inForce ?? '');
  const begin = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/strategies/{strategy}/catalogue/frameworks', {
          params: { path: { strategy } },
          body: { version, copy_of: from || null },
        }),
      ),
    onSuccess: async () => {
      await reloadCatalogue(strategy);
      await navigate(paths.catalogueFramework(strategy, version.trim()));
    },
  });
  const options = versions.map((it) => ({ value: it.version, label: it.version }));
  return (
    <details className={styles['more']} open={versions.length === 0}>
      <summary>{t('new_draft')}</summary>
      <PlainForm
        action={t('begin')}
        isBusy={begin.isPending}
        error={begin.error}
        onSubmit={() => begin.mutate()}
      >
        <Field label={t('new_version')} hint={t('new_version_hint')} htmlFor={`${id}-version`}>
          <Input
            id={`${id}-version`}
            required
            maxLength={64}
            value={version}
            onChange={({ target }) => setVersion(target.value)}
          />
        </Field>
        <Field label={t('begin_with')} htmlFor={`${id}-from`}>
          <Select
            id={`${id}-from`}
            value={from}
            options={[...options, { value: '', label: t('begin_empty') }]}
            onChange={setFrom}
          />
        </Field>
      </PlainForm>
    </details>
  );
}
