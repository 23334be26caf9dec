import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { actionKey } from '@/ui/rights';
import styles from './audit.module.css';

interface Props {
  entries: readonly AuditEntry[];
  names: ReadonlyMap<string, string>;
}

/** Ids become names where they are known; what is unknown stays as the log wrote it. */
export function EntryList({ entries, names }: Props) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  const named = (word: string) => names.get(word) ?? word;
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      title: t('moment'),
      isRowHeader: true,
      cell: ({ at, sequence }) => (
        <>
          {formatMoment(at, language)} <span className={styles['code']}>#{sequence}</span>
        </>
      ),
    },
    { key: 'actor', title: t('actor'), cell: ({ actor }) => named(actor) },
    {
      key: 'action',
      title: t('action'),
      cell: ({ action }) => t(actionKey(action), { defaultValue: action }),
    },
    {
      key: 'subject',
      title: t('subject'),
      cell: ({ subject }) => <span className={styles['code']}>{named(subject)}</span>,
    },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: ({ outcome, reason }) => (
        <span className={outcome === 'done' ? undefined : styles['refused']}>
          {t(`outcome_${outcome}`)}
          {reason && <span className={styles['code']}> {reason}</span>}
        </span>
      ),
    },
    { key: 'address', title: t('address'), cell: ({ address }) => address ?? '—' },
  ];
  return (
    <DataTable
      caption={t('audit')}
      columns={columns}
      rows={entries}
      rowKey={({ sequence }) => String(sequence)}
    />
  );
}
