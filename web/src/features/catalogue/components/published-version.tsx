import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import { holdsOne, sessionQuery } from '@/api/session';
import { queryClient } from '@/api/query-client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { Notice } from '@/ui/form/notice';
import { formatPlain, formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { frameworkQuery, frameworksQuery, reloadCatalogue } from '../queries';
import { rowsOf, treeOf } from '../tree';
import type { VersionDetail } from '../types';
import styles from './editor.module.css';
import { ExportLinks } from './export-links';
import { NewDraft } from './new-draft';

interface Props {
  strategy: string;
  detail: VersionDetail;
  mayEdit: boolean;
}

/** A version as it was published, and what can still be done with it. */
export function PublishedVersion({ strategy, detail, mayEdit }: Props) {
  const { t } = useTranslation('catalogue');
  const session = useQuery(sessionQuery());
  const versions = useQuery(frameworksQuery(strategy));
  const mayRetire =
    holdsOne(session.data, ['publisher']) && detail.state === 'published' && !detail.is_in_force;
  return (
    <>
      <Notice>{t('read_only')}</Notice>
      <ReadOnlyTree detail={detail} />
      <Section title={t('method')}>
        <details className={styles['method']}>
          <summary>{t('method_json')}</summary>
          <pre className={styles['json']}>{JSON.stringify(detail.method, null, 2)}</pre>
        </details>
      </Section>
      <ExportLinks strategy={strategy} version={detail.version} />
      {mayEdit && versions.data && (
        <NewDraft strategy={strategy} versions={versions.data.items} copyOf={detail.version} />
      )}
      {mayRetire && <RetireVersion strategy={strategy} detail={detail} />}
    </>
  );
}

function ReadOnlyTree({ detail }: { detail: VersionDetail }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const names = new Map(detail.definitions.map(({ code, name }) => [code, name]));
  return (
    <Section title={t('tree')}>
      <table className={styles['tree']}>
        <caption className="visually-hidden">{t('tree')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('node')}</th>
            <th scope="col" className={styles['end']}>
              {t('weight')}
            </th>
            <th scope="col" className={styles['end']}>
              {t('effective')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(treeOf(detail.nodes)).map(({ node, depth, effective }) => {
            const own = text(node.name);
            const defined = node.indicator ? names.get(node.indicator) : undefined;
            return (
              <tr key={node.key} className={styles['row']}>
                <th scope="row">
                  <span className={styles['node']} style={{ paddingInlineStart: depth * 22 }}>
                    {own || (defined ? text(defined) : node.code)}
                    <code className={styles['code']}>{node.code}</code>
                  </span>
                </th>
                <td className={`num ${styles['end']}`}>{depth > 0 && formatPlain(node.weight)}</td>
                <td className={`num ${styles['end']}`}>{formatShare(effective, 2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function RetireVersion({ strategy, detail }: Omit<Props, 'mayEdit'>) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const [reason, setReason] = useState('');
  const { version, revision } = detail;
  const retire = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/strategies/{strategy}/catalogue/frameworks/{version}/retire', {
          params: { path: { strategy, version }, header: ifMatch(revision) },
          body: { reason },
        }),
      ),
    onSuccess: async (retired) => {
      queryClient.setQueryData(frameworkQuery(strategy, version).queryKey, retired);
      await reloadCatalogue(strategy);
    },
  });
  return (
    <Section title={t('retire_version')} note={t('retire_note')}>
      <PlainForm
        danger
        action={t('retire')}
        isBusy={retire.isPending}
        error={retire.error}
        onSubmit={() => retire.mutate()}
      >
        <Field label={t('reason')} htmlFor={id}>
          <Input
            id={id}
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </PlainForm>
    </Section>
  );
}
