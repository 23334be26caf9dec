import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { FormProblem } from '@/ui/form/form-problem';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { comment, commentsQuery, gridQuery, type SubmissionPlace } from '../queries';
import styles from './collection.module.css';

/** What was said about a cell, and saying more. */
export function CellComments({ place, cell }: { place: SubmissionPlace; cell: number }) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const comments = useQuery(commentsQuery(place)).data?.items ?? [];
  const own = comments.filter((one) => one.cell === cell);
  const say = useMutation({
    mutationFn: () => comment(place, cell, text),
    onSuccess: async () => {
      setText('');
      await queryClient.invalidateQueries({ queryKey: gridQuery(place).queryKey });
    },
  });
  return (
    <div className={styles['comments']}>
      <h4>{t('comments')}</h4>
      {own.length > 0 && (
        <ul>
          {own.map(({ at, by, text: said }) => (
            <li key={`${at}-${by}`}>
              <span className="muted">
                {by} · {formatMoment(at, language)}
              </span>
              <p>{said}</p>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) say.mutate();
        }}
      >
        <label className="visually-hidden" htmlFor={id}>
          {t('comment')}
        </label>
        <Input
          id={id}
          maxLength={2000}
          placeholder={t('comment_hint')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit" loading={say.isPending} disabled={text.trim() === ''}>
          {t('say')}
        </Button>
      </form>
      <FormProblem error={say.error} />
    </div>
  );
}
