import type { IndicatorDetail, Unit } from '@/api/types';

type Ranked = IndicatorDetail['ranking'][number];

export interface Tile {
  unit: Unit;
  row: Ranked | null;
  /** 0 is the least good class, 4 the best; without a figure there is none. */
  grade: number | null;
  column: number;
  line: number;
}

export const GRADES = 5;

/** Equal steps between the worst and the best value; with one value there is one class. */
export function gradeOf(value: number, worst: number, best: number): number {
  if (worst === best) return GRADES - 1;
  const share = (value - worst) / (best - worst);
  return Math.min(GRADES - 1, Math.max(0, Math.floor(share * GRADES)));
}

/** Best and worst are given by rank, so that the direction of the indicator is considered. */
export function endsOf(ranking: readonly Ranked[]): { worst: number; best: number } | null {
  const ranked = ranking
    .filter(({ rank }) => typeof rank === 'number')
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const best = ranked.at(0)?.value;
  const worst = ranked.at(-1)?.value;
  return best === undefined || worst === undefined ? null : { worst, best };
}

/** The units that have a place in the map, with their figures where there are any. */
export function layTiles(units: readonly Unit[], ranking: readonly Ranked[]): Tile[] {
  const placed = units.flatMap((unit) => (unit.tile ? [{ unit, tile: unit.tile }] : []));
  const left = Math.min(...placed.map(({ tile }) => tile.x));
  const top = Math.min(...placed.map(({ tile }) => tile.y));
  const codes = new Set(placed.map(({ unit }) => unit.code));
  const ends = endsOf(ranking.filter(({ unit }) => codes.has(unit.code)));
  return placed.map(({ unit, tile }) => {
    const row = ranking.find((ranked) => ranked.unit.code === unit.code) ?? null;
    return {
      unit,
      row,
      grade: row && ends ? gradeOf(row.value, ends.worst, ends.best) : null,
      column: tile.x - left + 1,
      line: tile.y - top + 1,
    };
  });
}
