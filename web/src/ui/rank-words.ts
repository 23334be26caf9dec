export type RankMove = 'gained' | 'lost' | 'kept' | 'unknown';

export interface RankChangeWords {
  move: RankMove;
  places: number;
  symbol: string;
}

/** Positive is places gained (进位), negative places lost (退位). */
export function rankChangeWords(change: number | null | undefined): RankChangeWords {
  if (change === null || change === undefined) return { move: 'unknown', places: 0, symbol: '' };
  if (change > 0) return { move: 'gained', places: change, symbol: '▲' };
  if (change < 0) return { move: 'lost', places: -change, symbol: '▼' };
  return { move: 'kept', places: 0, symbol: '＝' };
}

export type FigureMove = 'improved' | 'worsened' | 'same' | 'unknown';

/** Whether a figure moved for the better: the data says it, with the indicator's direction considered. */
export function figureMove(
  change: number | null | undefined,
  isImprovement: boolean | null | undefined,
): FigureMove {
  if (change === null || change === undefined) return 'unknown';
  if (isImprovement === null || isImprovement === undefined || change === 0) return 'same';
  return isImprovement ? 'improved' : 'worsened';
}
