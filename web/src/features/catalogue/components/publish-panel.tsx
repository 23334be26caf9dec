import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, ifMatch, read } from '@/api/client';
import { holdsOne, sessionQuery } from '@/api/session';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { checkQuery, reloadEverything } from '../queries';
import type { VersionDetail } from '../types';
import type { EditedDraft } from '../use-draft';
import styles from './editor.module.css';
import { TrialResult } from './trial-result';

const path = '/api/v1/strategies/{strategy}/catalogue/frameworks/{version}' as const;

interface Props {
  strategy: string;
  detail: VersionDetail;
  draft: EditedDraft;
}

/** What publishing would change, and the publication. */
export function PublishPanel({ strategy, detail, draft }: Props) {
  const { t } = useTranslation('catalogue');
  const { version } = detail;
  const params = { path: { strategy, version } };
  const attempt = useMutation({
    mutationFn: () => read(client.POST(`${path}/try`, { params })),
  });
  return (
    <Section title={t('publish_title', { version })} note={t('publish_note')}>
      <FormProblem error={attempt.error} />
      {attempt.data && <TrialResult strategy={strategy} trial={attempt.data} />}
      <div className={`${styles['buttons']} no-print`}>
        <Button
          disabled={!draft.isSaved}
          loading={attempt.isPending}
          onClick={() => attempt.mutate()}
        >
          {t(attempt.data ? 'try_again' : 'try')}
        </Button>
      </div>
      <Publish
        strategy={strategy}
        detail={detail}
        draft={draft}
        hasGaps={(attempt.data?.gaps_total ?? 0) > 0}
      />
    </Section>
  );
}

/** Why it cannot be published now; null when it can. */
function useHindrance(strategy: string, detail: VersionDetail, draft: EditedDraft): string | null {
  const { t } = useTranslation('catalogue');
  const session = useQuery(sessionQuery());
  const check = useQuery(checkQuery(strategy, detail.version, draft.revision));
  const findings = check.data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (!holdsOne(session.data, ['publisher'])) return t('need_publisher');
  if (detail.is_own || draft.revision !== detail.revision) return t('own_draft');
  if (!draft.isSaved) return t('not_saved');
  return errors > 0 ? t('unsound', { count: errors }) : null;
}

function Publish({ strategy, detail, draft, hasGaps }: Props & { hasGaps: boolean }) {
  const { t } = useTranslation('catalogue');
  const { version } = detail;
  const hindrance = useHindrance(strategy, detail, draft);
  const [allow, setAllow] = useState(false);
  const publish = useMutation({
    mutationFn: () =>
      read(
        client.POST(`${path}/publish`, {
          params: { path: { strategy, version }, header: ifMatch(draft.revision) },
          body: { allow_missing: allow },
        }),
      ),
    onSuccess: reloadEverything,
  });
  if (publish.isSuccess) {
    return (
      <Notice>
        {t('published', { version })} <Link to={paths.leagueTable(strategy)}>{t('see_table')}</Link>
      </Notice>
    );
  }
  return (
    <div className={styles['publish']}>
      <FormProblem error={publish.error} onReload={() => window.location.reload()} />
      {hasGaps && (
        <Checkbox checked={allow} onChange={({ target }) => setAllow(target.checked)}>
          {t('allow_missing')}
        </Checkbox>
      )}
      <Popconfirm
        title={t('sure_publish', { version })}
        okText={t('publish')}
        disabled={hindrance !== null}
        onConfirm={() => publish.mutate()}
      >
        <Button type="primary" disabled={hindrance !== null} loading={publish.isPending}>
          {t('publish')}
        </Button>
      </Popconfirm>
      {hindrance && <span className="muted">{hindrance}</span>}
    </div>
  );
}
