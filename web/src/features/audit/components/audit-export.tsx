import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { downloadText } from '@/ui/download';
import { FormProblem } from '@/ui/form/form-problem';
import styles from './audit.module.css';

const TYPES = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' } as const;

/** Takes the log away as a file, which is itself an entry. */
export function AuditExport() {
  const { t } = useTranslation('audit');
  const take = useMutation({
    mutationFn: async (format: keyof typeof TYPES) => {
      const call = client.POST('/api/v1/audit/export', { body: { format }, parseAs: 'text' });
      downloadText(`audit.${format}`, TYPES[format], await read<string>(call));
    },
  });
  return (
    <>
      <div className={styles['export']}>
        <Button loading={take.isPending} onClick={() => take.mutate('csv')}>
          {t('export_csv')}
        </Button>
        <Button loading={take.isPending} onClick={() => take.mutate('jsonl')}>
          {t('export_jsonl')}
        </Button>
        <span className="muted">{t('export_note')}</span>
      </div>
      <FormProblem error={take.error} />
    </>
  );
}
