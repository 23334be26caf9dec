import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitProfile } from '@/api/types';
import { Chart } from '@/ui/chart/chart';
import { radarOption } from '@/ui/chart/radar-option';
import { DataTable } from '@/ui/data-table/data-table';
import { Figure } from '@/ui/figure/figure';
import { textIn, useLanguage } from '@/ui/language';
import { SourceLine } from '@/ui/page/source-line';
import { useScoreScale } from '@/ui/score/scale';
import { useIsNarrow } from '@/ui/use-is-narrow';
import { type Shape, shapesOf } from '../shapes';

interface Props {
  profile: UnitProfile;
  peers: readonly UnitProfile[];
}

/** The dimensions against the average and the chosen peers. */
export function DimensionRadar({ profile, peers }: Props) {
  const { t } = useTranslation('unit-profile');
  const { text, language } = useLanguage();
  const isNarrow = useIsNarrow();
  const { max, decimals } = useScoreScale();
  const average = t('average');
  const shapes = useMemo(
    () => shapesOf(profile, peers, average, language),
    [profile, peers, average, language],
  );
  const option = useMemo(
    () =>
      radarOption(
        profile.dimensions.map(({ name }) => textIn(name, language)),
        shapes,
        { max, decimals },
        isNarrow,
      ),
    [profile, shapes, language, max, decimals, isNarrow],
  );
  return (
    <Figure
      title={t('radar')}
      note={t('radar_note')}
      chart={<Chart option={option} label={t('radar_label', { name: text(profile.unit.name) })} />}
      table={<ShapeTable profile={profile} shapes={shapes} />}
      source={<SourceLine isSynthetic={profile.is_synthetic}>{t('computed')}</SourceLine>}
    />
  );
}

function ShapeTable({ profile, shapes }: { profile: UnitProfile; shapes: readonly Shape[] }) {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  const scale = useScoreScale();
  const rows = profile.dimensions.map((dimension, place) => ({ dimension, place }));
  return (
    <DataTable
      caption={t('radar')}
      rows={rows}
      rowKey={({ dimension }) => dimension.node}
      columns={[
        {
          key: 'dimension',
          title: t('dimension'),
          isRowHeader: true,
          cell: ({ dimension }) => text(dimension.name),
        },
        ...shapes.map((shape) => ({
          key: shape.name,
          title: shape.name,
          align: 'end' as const,
          cell: ({ place }: { place: number }) => scale.score(shape.values[place]),
          sortValue: ({ place }: { place: number }) => shape.values[place] ?? null,
        })),
      ]}
    />
  );
}
