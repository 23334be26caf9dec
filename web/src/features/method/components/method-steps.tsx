import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunInfo } from '@/api/types';
import { Section } from '@/ui/page/section';
import { methodSteps } from '@/ui/provenance/method-steps';
import { stepSentences } from '../step-words';
import styles from './method.module.css';

type Form = 'words' | 'data';

/** The method as sentences, and as the data it is run from. */
export function MethodSteps({ run }: { run: RunInfo }) {
  const { t } = useTranslation('method');
  const [form, setForm] = useState<Form>('words');
  return (
    <Section
      title={t('steps')}
      note={t('steps_note')}
      actions={
        <Segmented<Form>
          className="no-print"
          size="small"
          value={form}
          onChange={setForm}
          aria-label={t('steps_form')}
          options={[
            { label: t('in_words'), value: 'words' },
            { label: t('as_data'), value: 'data' },
          ]}
        />
      }
    >
      {form === 'words' ? (
        <ol className={styles['steps']}>
          {methodSteps(run).map((step) => (
            <li key={JSON.stringify(step)}>
              <h3>
                {t([`step_${String(step['step'])}`, 'ui:step_other'], {
                  step: String(step['step']),
                })}
              </h3>
              {stepSentences(step, t).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </li>
          ))}
        </ol>
      ) : (
        <div role="region" tabIndex={0} aria-label={t('as_data')} className={styles['data']}>
          <pre>{JSON.stringify(run.method, null, 2)}</pre>
        </div>
      )}
    </Section>
  );
}
