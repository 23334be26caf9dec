import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { IndicatorDetail } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { formatNumber } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { FigureStatus } from '@/ui/page/figure-status';
import { Section } from '@/ui/page/section';
import { SyntheticMark } from '@/ui/page/synthetic-mark';
import { paths } from '@/ui/paths';
import { formatPeriod } from '@/ui/period';
import { type DatedFigure, figuresByPeriod } from '../series';

/** Figures whose periods cannot be joined by a line, one below the other. */
export function FigureList({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const { indicator, caliber } = detail;
  const rows = figuresByPeriod(detail);
  const columns: Column<DatedFigure>[] = [
    {
      key: 'period',
      title: t('period'),
      isRowHeader: true,
      cell: ({ period }) => (
        <Link
          to={paths.indicator(strategy, indicator.code, { period, caliber: caliber?.code })}
          preventScrollReset
        >
          {formatPeriod(period, language)}
        </Link>
      ),
      sortValue: ({ period }) => period,
    },
    {
      key: 'unit',
      title: t('unit'),
      cell: ({ unit }) => text(unit.name),
      sortValue: ({ unit }) => text(unit.name),
    },
    {
      key: 'value',
      title: t('value_in', { unit: text(indicator.measure_unit) }),
      align: 'end',
      cell: ({ value, is_synthetic: isSynthetic }) => (
        <span>
          {isSynthetic && <SyntheticMark isSmall />} {formatNumber(value, indicator.decimals)}
        </span>
      ),
      sortValue: ({ value }) => value,
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status }) => <FigureStatus status={status} />,
      exportValue: ({ status }) => t([`ui:status_${status}`, 'ui:step_other'], { step: status }),
    },
  ];
  return (
    <Section
      title={t('all_figures')}
      note={t('all_figures_note')}
      actions={<ExportButton fileName={indicator.code} columns={columns} rows={rows} />}
    >
      <DataTable
        caption={t('all_figures')}
        columns={columns}
        rows={rows}
        rowKey={({ period, unit }) => `${period} ${unit.code}`}
        narrow="table"
      />
    </Section>
  );
}
