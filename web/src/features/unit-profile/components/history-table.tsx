import { useTranslation } from 'react-i18next';
import type { Line } from '@/ui/chart/line-option';
import { DataTable } from '@/ui/data-table/data-table';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { useScoreScale } from '@/ui/score/scale';

interface Props {
  periods: readonly string[];
  lines: readonly Line[];
}

interface Row {
  period: string;
  place: number;
}

/** The chart's numbers: a row a period, a column a line. */
export function HistoryTable({ periods, lines }: Props) {
  const { t } = useTranslation('unit-profile');
  const { language } = useLanguage();
  const scale = useScoreScale();
  return (
    <DataTable
      caption={t('history')}
      rows={periods.map((period, place): Row => ({ period, place }))}
      rowKey={({ period }) => period}
      columns={[
        {
          key: 'period',
          title: t('period'),
          isRowHeader: true,
          cell: ({ period }) => formatPeriod(period, language),
          sortValue: ({ period }) => period,
        },
        ...lines.map((line) => ({
          key: line.name,
          title: line.name,
          align: 'end' as const,
          cell: ({ place }: Row) => scale.score(line.values[place]),
          sortValue: ({ place }: Row) => line.values[place] ?? null,
        })),
      ]}
    />
  );
}
