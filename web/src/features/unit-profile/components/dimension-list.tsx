import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { UnitProfile } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { useAsOf } from '@/ui/as-of/use-as-of';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { RankChange } from '@/ui/score/rank-change';
import { useScoreScale } from '@/ui/score/scale';
import { ScoreBar } from '@/ui/score/score-bar';
import { ScoreLink } from '@/ui/score/score-link';
import styles from './unit-profile.module.css';

type Dimension = UnitProfile['dimensions'][number];

/** The dimensions in numbers: score against average, rank and points given to the index. */
export function DimensionList({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const scale = useScoreScale();
  const asOf = useAsOf();
  const columns: Column<Dimension>[] = [
    {
      key: 'name',
      title: t('dimension'),
      isRowHeader: true,
      cell: ({ name, node }) => (
        <Link to={paths.leagueTable(strategy, { node, period: profile.period, as_of: asOf })}>
          {text(name)}
        </Link>
      ),
    },
    {
      key: 'score',
      title: t('score'),
      align: 'end',
      className: styles['dimensionScore'],
      firstOrder: 'desc',
      cell: ({ score, average, node, name }) => (
        <>
          <ScoreLink
            score={score ?? null}
            unit={profile.unit.code}
            unitName={text(profile.unit.name)}
            node={node}
            nodeName={text(name)}
          />
          <ScoreBar value={score ?? null} average={average ?? null} />
        </>
      ),
      sortValue: ({ score }) => score,
    },
    {
      key: 'average',
      title: t('average'),
      align: 'end',
      cell: ({ average }) => scale.score(average),
      sortValue: ({ average }) => average,
    },
    {
      key: 'rank',
      title: t('rank'),
      align: 'end',
      cell: ({ rank }) => rank ?? '—',
      sortValue: ({ rank }) => rank,
    },
    {
      key: 'change',
      title: t('change'),
      cell: ({ rank_change: change }) => <RankChange change={change} />,
      sortValue: ({ rank_change: change }) => change,
    },
    {
      key: 'contribution',
      title: t('contribution'),
      align: 'end',
      firstOrder: 'desc',
      cell: ({ contribution }) => scale.score(contribution),
      sortValue: ({ contribution }) => contribution,
    },
  ];
  return (
    <Section title={t('dimensions')} note={t('dimensions_note')}>
      <DataTable
        caption={t('dimensions')}
        columns={columns}
        rows={profile.dimensions}
        rowKey={({ node }) => node}
      />
    </Section>
  );
}
