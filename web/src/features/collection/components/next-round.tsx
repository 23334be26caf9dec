import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { paths } from '@/ui/paths';
import { nextRound, reloadCollection, type RoundPlace } from '../queries';
import type { Round } from '../shapes';
import styles from './collection.module.css';

/** Designs the round that follows one that recurs. */
export function NextRound({ place, round }: { place: RoundPlace; round: Round }) {
  const { t } = useTranslation('collection');
  const id = useId();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState(round.title);
  const design = useMutation({
    mutationFn: () => nextRound(place, { code, title }),
    onSuccess: async (next) => {
      await reloadCollection();
      await navigate(paths.roundDesign(place.strategy, next.code));
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('next_round')}</summary>
      <PlainForm
        action={t('next_round')}
        isBusy={design.isPending}
        error={design.error}
        onSubmit={() => design.mutate()}
      >
        <p>{t('next_round_note', { recurrence: t(`recurrence_${round.recurrence}`) })}</p>
        <Field label={t('code')} hint={t('code_hint')} htmlFor={`${id}-code`}>
          <Input
            id={`${id}-code`}
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </Field>
        <Field label={t('title_zh')} htmlFor={`${id}-zh`}>
          <Input
            id={`${id}-zh`}
            required
            value={title.zh}
            onChange={({ target }) => setTitle({ ...title, zh: target.value })}
          />
        </Field>
        <Field label={t('title_en')} htmlFor={`${id}-en`}>
          <Input
            id={`${id}-en`}
            value={title.en}
            onChange={({ target }) => setTitle({ ...title, en: target.value })}
          />
        </Field>
      </PlainForm>
    </details>
  );
}
