import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import type { Known, Said } from '../drafts/draft';
import styles from './collection.module.css';

const MISSING_REASONS = ['not_collected', 'not_applicable', 'confidential', 'not_yet_available'];

interface Props {
  said: Said;
  hasWarning: boolean;
  isLocked: boolean;
  theirs: Known | undefined;
  onSay: (said: Said) => void;
  onDecide: (whose: 'mine' | 'theirs') => void;
}

/** What may be said of a cell beside its figure: why there is none, why a warning may be passed over. */
export function CellFields({ said, hasWarning, isLocked, theirs, onSay, onDecide }: Props) {
  const { t } = useTranslation('collection');
  const id = useId();
  const words = ({ text, missing }: Said) =>
    text || (missing ? t(`missing_${missing}`) : t('empty'));
  return (
    <div className={styles['cellFields']}>
      {theirs && (
        <div role="alert" className={styles['conflict']}>
          <p>{t('conflict_what')}</p>
          <div>
            <Button onClick={() => onDecide('mine')}>
              {t('conflict_mine', { value: words(said) })}
            </Button>
            <Button onClick={() => onDecide('theirs')}>
              {t('conflict_theirs', { value: words(theirs) })}
            </Button>
          </div>
        </div>
      )}
      {(hasWarning || said.explanation) && (
        <Field label={t('explanation')} hint={t('explanation_hint')} htmlFor={`${id}-explanation`}>
          <Input.TextArea
            id={`${id}-explanation`}
            rows={2}
            maxLength={1000}
            readOnly={isLocked}
            value={said.explanation ?? ''}
            onChange={({ target }) => onSay({ ...said, explanation: target.value || null })}
          />
        </Field>
      )}
      <Field label={t('missing')} hint={t('missing_hint')} htmlFor={`${id}-missing`}>
        <Select
          id={`${id}-missing`}
          allowClear
          disabled={isLocked}
          value={said.missing}
          options={MISSING_REASONS.map((value) => ({ value, label: t(`missing_${value}`) }))}
          onChange={(missing?: string) =>
            onSay({ ...said, missing: missing ?? null, text: missing ? '' : said.text })
          }
        />
      </Field>
    </div>
  );
}
