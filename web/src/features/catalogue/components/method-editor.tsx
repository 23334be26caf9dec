import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { Section } from '@/ui/page/section';
import type { EditedDraft } from '../use-draft';
import styles from './editor.module.css';

interface Props {
  draft: EditedDraft;
  mayEdit: boolean;
}

function read(text: string): Record<string, unknown> | Error {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The method as the engine reads it. What is no JSON yet stays in the field and is not sent. */
export function MethodEditor({ draft, mayEdit }: Props) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const { method } = draft.state;
  const [typed, setTyped] = useState<{ text: string; of: unknown } | null>(null);
  // Undo and another person's version show themselves here too.
  const text = typed && typed.of === method ? typed.text : JSON.stringify(method, null, 2);
  const said = read(text);
  return (
    <Section title={t('method')} note={t('method_note')}>
      <details className={styles['method']}>
        <summary>{t('method_json')}</summary>
        <Field
          label={t('method_json')}
          htmlFor={id}
          hint={said instanceof Error && t('method_unread', { reason: said.message })}
        >
          <Input.TextArea
            id={id}
            className={styles['json'] ?? ''}
            autoSize={{ minRows: 8, maxRows: 30 }}
            readOnly={!mayEdit}
            aria-invalid={said instanceof Error}
            spellCheck={false}
            value={text}
            onChange={({ target }) => {
              const next = read(target.value);
              const of = next instanceof Error ? method : next;
              setTyped({ text: target.value, of });
              if (!(next instanceof Error)) {
                draft.change((now) => ({ ...now, method: next }), 'method');
              }
            }}
          />
        </Field>
      </details>
    </Section>
  );
}
