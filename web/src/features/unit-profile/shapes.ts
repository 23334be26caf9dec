import type { UnitProfile } from '@/api/types';
import { type Language, textIn } from '@/ui/language';

export interface Shape {
  name: string;
  values: (number | null)[];
  role: 'unit' | 'average' | 'peer';
}

/** One shape a unit over the dimensions of the first: the unit, the average, then the peers. */
export function shapesOf(
  profile: UnitProfile,
  peers: readonly UnitProfile[],
  averageName: string,
  language: Language,
): Shape[] {
  const nodes = profile.dimensions.map(({ node }) => node);
  const scoresOf = ({ dimensions }: UnitProfile) =>
    nodes.map((node) => dimensions.find((other) => other.node === node)?.score ?? null);
  return [
    { name: textIn(profile.unit.name, language), values: scoresOf(profile), role: 'unit' },
    {
      name: averageName,
      values: profile.dimensions.map(({ average }) => average ?? null),
      role: 'average',
    },
    ...peers.map((peer): Shape => ({
      name: textIn(peer.unit.name, language),
      values: scoresOf(peer),
      role: 'peer',
    })),
  ];
}
