import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import type { Autosave, Snapshot } from '../drafts/autosave';
import { reloadCollection, type SubmissionPlace, submit } from '../queries';
import { newRequestKey } from '../request-key';
import type { Grid } from '../shapes';
import { standingOf } from '../standing';
import styles from './collection.module.css';

interface Props {
  place: SubmissionPlace;
  grid: Grid;
  autosave: Autosave;
  snapshot: Snapshot;
}

/** How far the sheet is, what keeps it from being handed in, and handing it in. */
export function SubmitPanel({ place, grid, autosave, snapshot }: Props) {
  const { t } = useTranslation('collection');
  // One key until it is done: a double click or a second try hands in once.
  const [key, setKey] = useState(newRequestKey);
  const { open, errors, unexplained, unsaved, isReady } = standingOf(grid, snapshot);
  const handIn = useMutation({
    mutationFn: async () => {
      await autosave.flush();
      return submit(place, key);
    },
    onSuccess: async () => {
      setKey(newRequestKey());
      await reloadCollection();
    },
  });
  const blocks = [
    open > 0 && t('blocks_open', { count: open }),
    errors > 0 && t('blocks_errors', { count: errors }),
    unexplained > 0 && t('blocks_unexplained', { count: unexplained }),
    snapshot.conflicts.size > 0 && t('blocks_conflicts', { count: snapshot.conflicts.size }),
    unsaved > 0 && snapshot.saving.state === 'offline' && t('blocks_offline'),
  ].filter((line) => line !== false);
  return (
    <div className={styles['submit']}>
      <p>{t('filled_of', { filled: grid.counts.cells - open, cells: grid.counts.cells })}</p>
      {blocks.length > 0 ? (
        <>
          <p>{t('blocks')}</p>
          <ul>
            {blocks.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('nothing_blocks')}</p>
      )}
      {grid.is_overdue && <Notice>{t('overdue_note')}</Notice>}
      <FormProblem
        error={handIn.error}
        onReload={() => void reloadCollection().then(handIn.reset)}
      />
      <Popconfirm
        title={t('sure_submit')}
        okText={t('submit')}
        disabled={!isReady}
        onConfirm={() => handIn.mutate()}
      >
        <Button type="primary" disabled={!isReady} loading={handIn.isPending}>
          {t('submit')}
        </Button>
      </Popconfirm>
    </div>
  );
}
