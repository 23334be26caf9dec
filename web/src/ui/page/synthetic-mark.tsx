import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

/** 演示数据: stands beside everything that nobody measured. */
export function SyntheticMark({ isSmall = false }: { isSmall?: boolean }) {
  const { t } = useTranslation('ui');
  return (
    <span className={styles['synthetic']} data-small={isSmall} title={t('synthetic_why')}>
      {t('synthetic')}
    </span>
  );
}
