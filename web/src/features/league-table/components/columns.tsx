import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { LeagueRow, LeagueTable } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { useLanguage } from '@/ui/language';
import { RankChange } from '@/ui/score/rank-change';
import { useScoreScale } from '@/ui/score/scale';
import { ScoreBar } from '@/ui/score/score-bar';
import { ScoreLink } from '@/ui/score/score-link';
import { Sparkline } from '@/ui/score/sparkline';
import styles from './standings.module.css';
import { UnitName } from './unit-name';

interface Columns {
  columns: Column<LeagueRow>[];
  footer: (column: Column<LeagueRow>) => ReactNode;
}

function childOf(row: LeagueRow, node: string) {
  return row.children.find((child) => child.node === node);
}

/** Rank, unit, score and its course, then one column for each node below. */
export function useColumns(table: LeagueTable): Columns {
  const { t } = useTranslation('league-table');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const scale = useScoreScale();
  const scoreLink = (row: LeagueRow, score: number | null, node: string, nodeName: string) => (
    <ScoreLink
      score={score}
      unit={row.unit.code}
      unitName={text(row.unit.name)}
      node={node}
      nodeName={nodeName}
    />
  );
  const columns: Column<LeagueRow>[] = [
    {
      key: 'rank',
      title: t('rank'),
      align: 'center',
      className: styles['rank'],
      cell: ({ rank }) => rank ?? '—',
      sortValue: ({ rank }) => rank,
    },
    {
      key: 'unit',
      title: t('unit'),
      isRowHeader: true,
      className: styles['unitColumn'],
      cell: (row) => <UnitName row={row} strategy={strategy} />,
      sortValue: ({ unit }) => text(unit.name),
    },
    {
      key: 'score',
      title: t('score'),
      align: 'end',
      firstOrder: 'desc',
      className: styles['score'],
      cell: (row) =>
        row.score === null || row.score === undefined ? (
          <span className={styles['missing']}>{row.missing ? text(row.missing) : '—'}</span>
        ) : (
          scoreLink(row, row.score, table.node.code, text(table.node.name))
        ),
      sortValue: ({ score }) => score,
    },
    {
      key: 'bar',
      title: '',
      head: <span className={styles['tickLegend']}>{t('average_tick')}</span>,
      className: styles['bar'],
      cell: ({ score }) => <ScoreBar value={score ?? null} average={table.average ?? null} />,
    },
    {
      key: 'rank_change',
      title: t('rank_change'),
      firstOrder: 'desc',
      cell: ({ rank_change: change }) => <RankChange change={change} />,
      sortValue: ({ rank_change: change }) => change,
    },
    {
      key: 'score_change',
      title: t('score_change'),
      align: 'end',
      firstOrder: 'desc',
      className: styles['scoreChange'],
      cell: ({ score_change: change }) => scale.change(change),
      sortValue: ({ score_change: change }) => change,
    },
    {
      key: 'series',
      title: t('series'),
      className: styles['series'],
      cell: ({ series }) => (
        <Sparkline points={series.map(({ period, score }) => ({ period, score: score ?? null }))} />
      ),
    },
    ...table.children.map((child): Column<LeagueRow> => ({
      key: child.code,
      title: text(child.name),
      align: 'end',
      firstOrder: 'desc',
      className:
        table.children.length > 3 ? styles['child'] : `${styles['child']} ${styles['wideChild']}`,
      cell: (row) => {
        const score = childOf(row, child.code)?.score ?? null;
        return (
          <>
            {scoreLink(row, score, child.code, text(child.name))}
            <ScoreBar value={score} />
          </>
        );
      },
      sortValue: (row) => childOf(row, child.code)?.score,
    })),
  ];
  const footer = (column: Column<LeagueRow>) => {
    if (column.key === 'unit') return t('average');
    return column.key === 'score' ? (
      <span className="num">{scale.score(table.average)}</span>
    ) : null;
  };
  return { columns, footer };
}
