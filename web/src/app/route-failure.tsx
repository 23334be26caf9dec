import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import styles from './shell.module.css';

/** A part of the site could not be loaded or drawn. */
export function RouteFailure() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  console.error(error);
  return (
    <main className={styles['main']} role="alert">
      <h1>{t('page_failed')}</h1>
      <p>{t('page_failed_detail')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </main>
  );
}
