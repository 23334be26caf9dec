import { Button } from 'antd';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './unsent-dialog.module.css';

interface Props {
  count: number;
  onStay: () => void;
  onLeave: () => void;
}

/** Signing out forgets what has not reached the server: not without asking. */
export function UnsentDialog({ count, onStay, onLeave }: Props) {
  const { t } = useTranslation('app');
  const id = useId();
  const show = useCallback((dialog: HTMLDialogElement | null) => dialog?.showModal(), []);
  return (
    <dialog ref={show} aria-labelledby={id} className={styles['dialog']} onClose={onStay}>
      <h2 id={id}>{t('unsent_title', { count })}</h2>
      <p>{t('unsent_detail')}</p>
      <div className={styles['buttons']}>
        <Button onClick={onStay}>{t('stay')}</Button>
        <Button danger onClick={onLeave}>
          {t('sign_out_anyway')}
        </Button>
      </div>
    </dialog>
  );
}
