import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { formatNumber } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { formatPeriod, shortPeriod } from '@/ui/period';

interface Course {
  code: string;
  name: string;
  values: readonly (number | null)[];
}

interface Props {
  periods: readonly string[];
  lines: readonly Course[];
  decimals: number;
}

/** The chart's numbers: a row a unit, a column a period. */
export function CourseTable({ periods, lines, decimals }: Props) {
  const { t } = useTranslation('indicators');
  const { language } = useLanguage();
  return (
    <DataTable
      caption={t('courses')}
      rows={lines}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'unit',
          title: t('unit'),
          isRowHeader: true,
          cell: ({ name }) => name,
          sortValue: ({ name }) => name,
        },
        ...periods.map((period, place) => ({
          key: period,
          title: formatPeriod(period, language),
          head: shortPeriod(period),
          align: 'end' as const,
          firstOrder: 'desc' as const,
          cell: ({ values }: Course) => formatNumber(values[place], decimals),
          sortValue: ({ values }: Course) => values[place] ?? null,
        })),
      ]}
    />
  );
}
