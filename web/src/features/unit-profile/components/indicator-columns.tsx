import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { UnitProfile } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { formatNumber, formatReported } from '@/ui/format';
import { useAsOf } from '@/ui/as-of/use-as-of';
import { useLanguage } from '@/ui/language';
import { FigureStatus } from '@/ui/page/figure-status';
import { paths } from '@/ui/paths';
import { FigureChange } from '@/ui/score/figure-change';
import { ScoreLink } from '@/ui/score/score-link';
import styles from './unit-profile.module.css';

type Item = UnitProfile['indicators'][number];

export function useIndicatorColumns(profile: UnitProfile): Column<Item>[] {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const asOf = useAsOf();
  return [
    {
      key: 'name',
      title: t('indicator'),
      isRowHeader: true,
      cell: ({ indicator, name, measure_unit: unit, dimension, direction }) => (
        <span className={styles['indicator']}>
          <Link to={paths.indicator(strategy, indicator, { period: profile.period, as_of: asOf })}>
            {text(name)}
          </Link>
          <span className="muted">
            {[dimension && text(dimension.name), text(unit), t(direction)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
      sortValue: ({ name }) => text(name),
    },
    {
      key: 'value',
      title: t('value'),
      align: 'end',
      cell: ({ value_text: reported, value, decimals }) =>
        typeof reported === 'string' && typeof value === 'number'
          ? formatReported(reported, value, decimals)
          : '—',
      sortValue: ({ value }) => value,
      exportValue: ({ value_text: value }) => value,
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status }) => <FigureStatus status={status ?? null} />,
      sortValue: ({ status }) => (status ? t(`ui:status_${status}`) : null),
    },
    {
      key: 'change',
      title: t('figure_change'),
      cell: ({ change, is_improvement: isImprovement, decimals }) => (
        <FigureChange
          change={change ?? null}
          isImprovement={isImprovement ?? null}
          decimals={decimals}
        />
      ),
      sortValue: ({ change, is_improvement: better }) => {
        if (change === null || change === undefined) return null;
        return better === true ? 1 : better === false ? -1 : 0;
      },
      firstOrder: 'desc',
      exportValue: ({ change }) => change,
    },
    {
      key: 'average',
      title: t('average_value'),
      align: 'end',
      cell: ({ average_value: average, decimals }) => formatNumber(average, decimals),
      sortValue: ({ average_value: average }) => average,
    },
    {
      key: 'score',
      title: t('score'),
      align: 'end',
      firstOrder: 'desc',
      cell: ({ score, node, name }) => (
        <ScoreLink
          score={score ?? null}
          unit={profile.unit.code}
          unitName={text(profile.unit.name)}
          node={node}
          nodeName={text(name)}
        />
      ),
      sortValue: ({ score }) => score,
    },
    {
      key: 'rank',
      title: t('rank'),
      align: 'end',
      cell: ({ rank }) => rank ?? '—',
      sortValue: ({ rank }) => rank,
    },
  ];
}
