import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortHash } from '../format';
import styles from './provenance.module.css';

/** A result's fingerprint, short on screen, whole on the clipboard and on paper. */
export function CopyHash({ hash }: { hash: string }) {
  const { t } = useTranslation('ui');
  const [state, setState] = useState<'rest' | 'copied' | 'refused'>('rest');
  const copy = () => {
    // Plain HTTP pages have no clipboard: then the whole hash is shown to be selected.
    if (!navigator.clipboard) return setState('refused');
    navigator.clipboard.writeText(hash).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <code className={styles['code']} title={hash}>
        {state === 'refused' ? hash : shortHash(hash)}
      </code>
      <code className={`${styles['code']} print-only`}>{hash}</code>
      <button type="button" className={styles['copy']} onClick={copy} aria-label={t('copy_hash')}>
        {state === 'copied' ? t('copied') : t('copy')}
      </button>
      <span role="status" className="visually-hidden">
        {state === 'copied' ? t('copied') : ''}
      </span>
    </>
  );
}
