import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';

/** The version with all that it rests on, as a workbook or as the files of a pack. */
export function ExportLinks({ strategy, version }: { strategy: string; version: string }) {
  const { t } = useTranslation('catalogue');
  const file = (format: string) =>
    `/api/v1/strategies/${encodeURIComponent(strategy)}/catalogue/frameworks/${encodeURIComponent(version)}/export?format=${format}`;
  return (
    <div className={`${styles['buttons']} no-print`}>
      <Button href={file('xlsx')} download>
        {t('export_xlsx')}
      </Button>
      <Button href={file('pack')} download>
        {t('export_pack')}
      </Button>
    </div>
  );
}
