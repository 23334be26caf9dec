import type { UnitProfile } from '@/api/types';
import type { Line } from '@/ui/chart/line-option';
import { type Language, textIn } from '@/ui/language';
import { type NodeSeries, rootSeries, seriesByNode } from './series';

export type HistoryTab = 'dimensions' | 'index';

export function readTab(value: string | null): HistoryTab {
  return value === 'index' ? 'index' : 'dimensions';
}

const scores = ({ points }: NodeSeries) => points.map(({ score }) => score);

/** The index of the unit and of its peers. */
export function indexLines(
  profile: UnitProfile,
  peers: readonly UnitProfile[],
  language: Language,
): Line[] {
  return [profile, ...peers].map((each, place) => ({
    name: textIn(each.unit.name, language),
    values: scores(rootSeries(each)),
    role: place === 0 ? 'main' : 'plain',
  }));
}

/** The index of the unit and its dimensions. */
export function dimensionLines(
  profile: UnitProfile,
  indexName: string,
  language: Language,
): Line[] {
  const root = rootSeries(profile);
  const names = new Map(profile.dimensions.map(({ node, name }) => [node, textIn(name, language)]));
  const dimensions = seriesByNode(profile).filter(({ node }) => names.has(node));
  return [
    { name: indexName, values: scores(root), role: 'main' },
    ...dimensions.map((series): Line => ({
      name: names.get(series.node) ?? series.node,
      values: scores(series),
      role: 'plain',
    })),
  ];
}
