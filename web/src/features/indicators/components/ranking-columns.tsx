import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { unitsQuery } from '@/api/strategy-queries';
import type { IndicatorDetail } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { formatReported } from '@/ui/format';
import { useAsOf } from '@/ui/as-of/use-as-of';
import { useLanguage } from '@/ui/language';
import { FigureStatus } from '@/ui/page/figure-status';
import { SourceName } from '@/ui/page/source-line';
import { paths } from '@/ui/paths';
import { ScoreBar } from '@/ui/score/score-bar';
import styles from './indicators.module.css';

type Row = IndicatorDetail['ranking'][number];

export function useRankingColumns(detail: IndicatorDetail): Column<Row>[] {
  const { t } = useTranslation('indicators');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const asOf = useAsOf();
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const isScored = (code: string) => units.some((unit) => unit.code === code && unit.is_scored);
  const ranked = detail.ranking.filter(({ rank }) => typeof rank === 'number');
  const most = Math.max(...ranked.map(({ value }) => value), 0);
  const hasNotes = detail.ranking.some(({ note }) => note);
  // One source for all stands under the table; several are told row by row.
  const hasRealSource = new Set(detail.ranking.map(({ source }) => source?.title.zh)).size > 1;
  const isAlone = detail.ranking.length < 2;
  const rankColumn: Column<Row> = {
    key: 'rank',
    title: t('rank'),
    align: 'center',
    className: styles['rank'],
    cell: ({ rank }) => rank ?? '—',
    sortValue: ({ rank }) => rank,
  };
  const columns: Column<Row>[] = [
    ...(isAlone ? [] : [rankColumn]),
    {
      key: 'unit',
      title: t('unit'),
      isRowHeader: true,
      cell: ({ unit }) =>
        isScored(unit.code) ? (
          <Link to={paths.unit(strategy, unit.code, { as_of: asOf })}>{text(unit.name)}</Link>
        ) : (
          text(unit.name)
        ),
      sortValue: ({ unit }) => text(unit.name),
    },
    {
      key: 'value',
      title: t('value_in', { unit: text(detail.indicator.measure_unit) }),
      align: 'end',
      firstOrder: 'desc',
      className: styles['value'],
      cell: ({ value, value_text: reported, rank }) => (
        <>
          {formatReported(reported, value, detail.indicator.decimals)}
          {!isAlone && typeof rank === 'number' && <ScoreBar value={value} max={most || 1} />}
        </>
      ),
      sortValue: ({ value }) => value,
      exportValue: ({ value_text: reported }) => reported,
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status }) => <FigureStatus status={status} />,
      sortValue: ({ status }) => t(`ui:status_${status}`),
    },
  ];
  if (hasRealSource) {
    columns.push({
      key: 'source',
      title: t('ui:source'),
      className: styles['source'],
      cell: ({ source }) => <SourceName source={source} />,
      exportValue: ({ source }) => (source ? text(source.title) : null),
    });
  }
  if (hasNotes) {
    columns.push({
      key: 'note',
      title: t('note'),
      className: styles['source'],
      cell: ({ note }) => note ?? '',
      exportValue: ({ note }) => note,
    });
  }
  return columns;
}
