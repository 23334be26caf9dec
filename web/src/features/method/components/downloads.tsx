import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Strategy } from '@/api/types';
import { downloadText } from '@/ui/download';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import styles from './method.module.css';

/** What can be taken along. */
export function Downloads({ strategy }: { strategy: Strategy }) {
  const { t } = useTranslation('method');
  const { language } = useLanguage();
  const { run } = strategy;
  const table = (format: string) =>
    `/api/v1/strategies/${encodeURIComponent(strategy.code)}/league-table/export?format=${format}&lang=${language}`;
  const saveMethod = () =>
    run &&
    downloadText(
      `${strategy.code}-method.json`,
      'application/json',
      `${JSON.stringify(run.method, null, 2)}\n`,
    );
  return (
    <Section title={t('downloads')} className="no-print">
      <div className={styles['downloads']}>
        <Button href={table('csv')} download>
          {t('table_csv')}
        </Button>
        <Button href={table('xlsx')} download>
          {t('table_xlsx')}
        </Button>
        {run && <Button onClick={saveMethod}>{t('method_json')}</Button>}
        <Button href="/openapi.json" target="_blank">
          {t('openapi')}
        </Button>
      </div>
    </Section>
  );
}
