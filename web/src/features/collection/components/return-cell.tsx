import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import styles from './collection.module.css';

interface Props {
  /** What is to be done, when the cell goes back. */
  comment: string | undefined;
  explanation: string | null | undefined;
  onReturn: (comment: string | null) => void;
}

/** Marks the chosen cell to go back, with what is to be done about it. */
export function ReturnCell({ comment, explanation, onReturn }: Props) {
  const { t } = useTranslation('collection');
  const id = useId();
  return (
    <div className={styles['cellFields']}>
      {explanation && (
        <p>
          {t('their_explanation')} <q>{explanation}</q>
        </p>
      )}
      {comment === undefined ? (
        <div>
          <Button onClick={() => onReturn('')}>{t('return_cell')}</Button>
        </div>
      ) : (
        <>
          <Field label={t('return_why')} hint={t('return_why_hint')} htmlFor={id}>
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={2000}
              value={comment}
              onChange={({ target }) => onReturn(target.value)}
            />
          </Field>
          <div>
            <Button onClick={() => onReturn(null)}>{t('return_not')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
