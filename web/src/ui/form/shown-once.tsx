import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

/** A secret that is never shown again, to be copied now. */
export function ShownOnce({ title, secret }: { title: string; secret: string }) {
  const { t } = useTranslation('ui');
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setIsCopied(true));
  return (
    <div className={styles['secret']} role="status">
      <p>{title}</p>
      <code>{secret}</code>
      <div>
        <Button size="small" onClick={copy}>
          {isCopied ? t('copied') : t('copy')}
        </Button>
      </div>
    </div>
  );
}
