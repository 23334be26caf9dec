import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';
import {
  decide,
  endorse,
  reloadCollection,
  reloadEverything,
  type Returned,
  type SubmissionPlace,
} from '../queries';
import { newRequestKey } from '../request-key';
import type { Cell, Grid } from '../shapes';
import { cellName } from '../sheet-of';
import styles from './collection.module.css';

interface Props {
  place: SubmissionPlace;
  grid: Grid;
  returned: Returned;
  onShow: (cell: Cell) => void;
  onDone: () => void;
}

/** What goes back, and the decision: all is approved, or the rest of it. */
export function DecisionPanel({ place, grid, returned, onShow, onDone }: Props) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  const { may } = grid;
  const [key, setKey] = useState(newRequestKey);
  const onSuccess = async () => {
    setKey(newRequestKey());
    onDone();
    await reloadEverything();
  };
  const decision = useMutation({
    mutationFn: () =>
      decide(place, key, {
        approve: may.approve ? 'all' : null,
        return: [...returned].map(([cell, comment]) => ({ cell, comment })),
      }),
    onSuccess,
  });
  const endorsement = useMutation({ mutationFn: () => endorse(place, key), onSuccess });
  const waiting = grid.cells.filter(({ standing }) => standing === 'held').length;
  const isUnsaid = [...returned.values()].some((comment) => comment.trim() === '');
  const sure =
    returned.size === 0 ? 'sure_approve' : may.approve ? 'sure_return' : 'sure_return_only';
  const label =
    returned.size > 0
      ? t(returned.size === waiting ? 'return_all' : 'return_some', { count: returned.size })
      : t('approve_all', { count: waiting });
  return (
    <div className={styles['submit']}>
      {may.four_eyes && <Notice>{t(`four_eyes_${may.four_eyes}`)}</Notice>}
      {returned.size > 0 && (
        <>
          <p>{t('going_back')}</p>
          <ul>
            {grid.cells
              .filter(({ cell }) => returned.has(cell))
              .map((cell) => (
                <li key={cell.cell}>
                  <button type="button" className={styles['link']} onClick={() => onShow(cell)}>
                    {cellName(grid, cell, language)}
                  </button>{' '}
                  {returned.get(cell.cell) || <em>{t('return_unsaid')}</em>}
                </li>
              ))}
          </ul>
        </>
      )}
      {returned.size === 0 && <p>{t('none_going_back')}</p>}
      <FormProblem
        error={decision.error ?? endorsement.error}
        onReload={() => void reloadCollection().then(decision.reset)}
      />
      <div className={styles['buttons']}>
        {may.endorse && (
          <Button
            type="primary"
            disabled={returned.size > 0}
            loading={endorsement.isPending}
            onClick={() => endorsement.mutate()}
          >
            {t('endorse')}
          </Button>
        )}
        {(may.approve || (may.return && returned.size > 0)) && (
          <Popconfirm
            title={t(sure)}
            okText={label}
            disabled={isUnsaid}
            onConfirm={() => decision.mutate()}
          >
            <Button type="primary" disabled={isUnsaid} loading={decision.isPending}>
              {label}
            </Button>
          </Popconfirm>
        )}
      </div>
    </div>
  );
}
