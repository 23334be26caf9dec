import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../download';
import { type Column, tableCsv } from './column';

interface Props<Row> {
  /** Without the extension. */
  fileName: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** Saves a list as CSV, in the language of the page. */
export function ExportButton<Row>({ fileName, columns, rows }: Props<Row>) {
  const { t } = useTranslation('ui');
  const save = () =>
    downloadText(`${fileName}.csv`, 'text/csv;charset=utf-8', tableCsv(rows, columns));
  return (
    <Button className="no-print" size="small" onClick={save} disabled={rows.length === 0}>
      {t('export_csv')}
    </Button>
  );
}
