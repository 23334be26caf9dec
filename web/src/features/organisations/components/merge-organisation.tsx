import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Organisation } from '@/api/types';
import { FormProblem } from '@/ui/form/form-problem';
import { useLanguage } from '@/ui/language';
import { organisationsQuery, reloadOrganisations } from '../queries';
import styles from './organisations.module.css';
import { ParentSelect } from './parent-select';

/** Merges an organisation into another one, having said what becomes of all that hangs on it. */
export function MergeOrganisation({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { text } = useLanguage();
  const { code, name, version } = organisation;
  const [heir, setHeir] = useState('');
  const items = useQuery(organisationsQuery()).data?.items ?? [];
  const parts = items.filter(({ parent, closed_at: closed }) => parent === code && !closed).length;
  const into = items.find((item) => item.code === heir);
  const names = { name: text(name), heir: into ? text(into.name) : '' };
  const merge = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/organisations/{code}/merge', {
          params: { path: { code }, header: ifMatch(version) },
          body: { code: heir },
        }),
      ),
    onSuccess: reloadOrganisations,
  });
  return (
    <div className={styles['merge']}>
      <ParentSelect label={t('merge_into')} except={code} value={heir} onChange={setHeir} />
      {into && (
        <div className={styles['warning']} role="status">
          <p>{t('merge_means', names)}</p>
          <ul>
            <li>{t('merge_closes', names)}</li>
            <li>{t('merge_moves', { ...names, count: parts })}</li>
            <li>{t('merge_roles', names)}</li>
            <li>{t('merge_people', names)}</li>
          </ul>
        </div>
      )}
      <FormProblem
        error={merge.error}
        onReload={() => void reloadOrganisations().then(merge.reset)}
      />
      <Popconfirm
        title={t('sure_merge', names)}
        okText={t('merge')}
        disabled={!into}
        onConfirm={() => merge.mutate()}
      >
        <Button danger disabled={!into} loading={merge.isPending}>
          {t('merge')}
        </Button>
      </Popconfirm>
      {!into && <p className="muted">{t('merge_choose')}</p>}
    </div>
  );
}
