import type { UnitProfile } from '@/api/types';

interface Point {
  period: string;
  score: number | null;
  rank: number | null;
}

export interface NodeSeries {
  node: string;
  points: Point[];
}

/** The profile's flat series, one course a node in the order given. */
export function seriesByNode({ series }: UnitProfile): NodeSeries[] {
  const found = new Map<string, Point[]>();
  for (const { node, period, score, rank } of series) {
    const points = found.get(node) ?? [];
    points.push({ period, score: score ?? null, rank: rank ?? null });
    found.set(node, points);
  }
  return [...found].map(([node, points]) => ({ node, points }));
}

/** The index itself: the only course that is not a dimension's. */
export function rootSeries(profile: UnitProfile): NodeSeries {
  const dimensions = new Set(profile.dimensions.map(({ node }) => node));
  return (
    seriesByNode(profile).find(({ node }) => !dimensions.has(node)) ?? { node: '', points: [] }
  );
}
