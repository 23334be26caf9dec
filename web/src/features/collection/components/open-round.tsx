import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Field } from '@/ui/form/field';
import { FormProblem } from '@/ui/form/form-problem';
import { paths } from '@/ui/paths';
import { openRound, reloadCollection, type RoundPlace } from '../queries';
import type { Round, RoundDesign } from '../shapes';

interface Props {
  place: RoundPlace;
  round: Round;
  design: RoundDesign;
}

/** Sends the round out; a figure that is asked twice needs a reason. */
export function OpenRound({ place, round, design }: Props) {
  const { t } = useTranslation('collection');
  const id = useId();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const open = useMutation({
    mutationFn: () => openRound(place, round.version, reason || null),
    onSuccess: async () => {
      await reloadCollection();
      await navigate(paths.round(place.strategy, place.round));
    },
  });
  const needsReason = design.repeats.length > 0;
  const isBlocked = design.unanswered.length > 0 || (needsReason && reason.trim() === '');
  return (
    <>
      {needsReason && (
        <Field label={t('repeat_reason')} hint={t('repeat_reason_hint')} htmlFor={id}>
          <Input.TextArea
            id={id}
            rows={2}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      )}
      <FormProblem error={open.error} onReload={() => void reloadCollection().then(open.reset)} />
      <p>
        <Popconfirm
          title={t('sure_open', { count: design.asked.length })}
          okText={t('open')}
          disabled={isBlocked}
          onConfirm={() => open.mutate()}
        >
          <Button type="primary" disabled={isBlocked} loading={open.isPending}>
            {t('open')}
          </Button>
        </Popconfirm>{' '}
        {isBlocked && <span className="muted">{t('open_blocked')}</span>}
      </p>
    </>
  );
}
