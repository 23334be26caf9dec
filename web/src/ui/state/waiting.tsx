import { useTranslation } from 'react-i18next';
import styles from './state.module.css';

/** The shape of what is coming: a head and some lines. */
export function Waiting({ lines = 8 }: { lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" className={styles['waiting']}>
      <span className="visually-hidden">{t('loading')}</span>
      <span className={styles['head']} />
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles['line']} />
      ))}
    </div>
  );
}
