import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import { frameworkQuery } from '../queries';
import type { EditedDraft } from '../use-draft';
import styles from './editor.module.css';

interface Props {
  strategy: string;
  version: string;
  draft: EditedDraft;
}

/** Whether what was typed is kept, and what to do when somebody else was quicker. */
export function SaveState({ strategy, version, draft }: Props) {
  const { t } = useTranslation('catalogue');
  const { saving } = draft;
  return (
    <div className={styles['saving']}>
      <p role="status" data-state={saving.state} className={styles['savingState']}>
        {t(`saving_${saving.state}`)}
      </p>
      {saving.state === 'conflict' && (
        <Conflict strategy={strategy} version={version} draft={draft} />
      )}
      {saving.state === 'failed' && (
        <div role="alert" className={styles['problem']}>
          <p>{t('failed', { reason: problemWords(saving.error).detail })}</p>
          <Button onClick={draft.sendAgain}>{t('send_again')}</Button>
        </div>
      )}
    </div>
  );
}

function Conflict({ strategy, version, draft }: Props) {
  const { t } = useTranslation('catalogue');
  const readTheirs = () =>
    queryClient.fetchQuery({ ...frameworkQuery(strategy, version), staleTime: 0 });
  const take = useMutation({ mutationFn: readTheirs, onSuccess: draft.takeTheirs });
  const keep = useMutation({ mutationFn: readTheirs, onSuccess: draft.keepMine });
  return (
    <div role="alert" className={styles['problem']}>
      <p>{t('conflict')}</p>
      <div className={styles['buttons']}>
        <Button loading={keep.isPending} onClick={() => keep.mutate()}>
          {t('keep_mine')}
        </Button>
        <Button loading={take.isPending} onClick={() => take.mutate()}>
          {t('take_theirs')}
        </Button>
      </div>
    </div>
  );
}
