import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Popconfirm, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import {
  closeRound,
  extend,
  openRound,
  reloadCollection,
  type RoundPlace,
  submissionsQuery,
} from '../queries';
import type { Round } from '../shapes';
import styles from './collection.module.css';
import { NextRound } from './next-round';

interface Props {
  place: RoundPlace;
  round: Round;
}

/** What those do who run a round: design it, close or open it, give more time, let it come again. */
export function ManageRound({ place, round }: Props) {
  const { t } = useTranslation('collection');
  const { state, version, recurrence } = round;
  const turn = useMutation({
    mutationFn: () =>
      state === 'open' ? closeRound(place, version) : openRound(place, version, null),
    onSuccess: reloadCollection,
  });
  const word = state === 'open' ? 'close' : 'open_again';
  return (
    <div className={styles['manage']}>
      <div className={styles['buttons']}>
        <Link to={paths.roundDesign(place.strategy, place.round)}>{t('design')}</Link>
        {state !== 'draft' && (
          <Popconfirm title={t(`sure_${word}`)} okText={t(word)} onConfirm={() => turn.mutate()}>
            <Button loading={turn.isPending}>{t(word)}</Button>
          </Popconfirm>
        )}
      </div>
      <FormProblem error={turn.error} onReload={() => void reloadCollection().then(turn.reset)} />
      {state === 'open' && <Extend place={place} />}
      {state !== 'draft' && recurrence !== 'once' && <NextRound place={place} round={round} />}
    </div>
  );
}

function Extend({ place }: { place: RoundPlace }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const id = useId();
  const [organisation, setOrganisation] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const submissions = useQuery(submissionsQuery(place)).data?.items ?? [];
  const open = submissions.filter(({ state }) => ['draft', 'returned'].includes(state));
  const give = useMutation({
    mutationFn: () => extend(place, { organisation, until, reason }),
    onSuccess: async () => {
      setReason('');
      await reloadCollection();
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('extend')}</summary>
      <PlainForm
        action={t('extend')}
        isBusy={give.isPending}
        error={give.error}
        onSubmit={() => give.mutate()}
      >
        {give.isSuccess && <Notice>{t('done')}</Notice>}
        <Field label={t('organisation')} htmlFor={`${id}-organisation`}>
          <Select
            id={`${id}-organisation`}
            value={organisation || null}
            options={open.map((one) => ({
              value: one.organisation.code,
              label: text(one.organisation.name),
            }))}
            onChange={(code) => setOrganisation(code ?? '')}
          />
        </Field>
        <Field label={t('until')} htmlFor={`${id}-until`}>
          <Input
            id={`${id}-until`}
            type="datetime-local"
            required
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </Field>
        <Field label={t('reason')} htmlFor={`${id}-reason`}>
          <Input
            id={`${id}-reason`}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </PlainForm>
    </details>
  );
}
