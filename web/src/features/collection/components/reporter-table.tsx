import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { indicatorsQuery } from '@/api/strategy-queries';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { useLanguage } from '@/ui/language';
import type { RoundItem } from '../shapes';

interface Props {
  items: readonly RoundItem[];
  isFixed: boolean;
  onChange: (indicator: string, reportedBy: string) => void;
}

/** By whom each indicator is reported: the unit it is about, or the department that answers for it. */
export function ReporterTable({ items, isFixed, onChange }: Props) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const known = useQuery(indicatorsQuery(strategy)).data?.items ?? [];
  const name = (code: string) => {
    const found = known.find((one) => one.code === code);
    return found ? text(found.name) : code;
  };
  const columns: Column<RoundItem>[] = [
    {
      key: 'indicator',
      title: t('indicator'),
      cell: ({ indicator }) => name(indicator),
      isRowHeader: true,
    },
    { key: 'caliber', title: t('caliber'), cell: ({ caliber }) => caliber },
    {
      key: 'by',
      title: t('reported_by'),
      cell: ({ indicator, reported_by: by }) => (
        <Select
          aria-label={t('reported_by_of', { name: name(indicator) })}
          disabled={isFixed}
          value={by}
          options={['unit', 'owner'].map((value) => ({ value, label: t(`reported_by_${value}`) }))}
          onChange={(value) => onChange(indicator, value)}
        />
      ),
    },
  ];
  if (items.length === 0) return null;
  return (
    <DataTable
      caption={t('reported_by')}
      columns={columns}
      rows={items}
      rowKey={({ indicator, caliber }) => `${indicator}-${caliber}`}
    />
  );
}
