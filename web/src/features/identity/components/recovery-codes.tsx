import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/ui/form/shown-once';
import styles from './identity.module.css';

/** Each of them stands in for the app once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <div className={styles['codes']}>
      <ShownOnce title={t('codes_once')} secret={codes.join(' \n')} />
      <Button type="primary" onClick={onKept}>
        {t('codes_kept')}
      </Button>
    </div>
  );
}
