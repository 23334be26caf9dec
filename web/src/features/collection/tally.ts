import type { NamedTally } from './shapes';

export type Part = 'approved' | 'submitted' | 'returned' | 'filled' | 'open';

/** The cells of each bar, every cell in one part: how far it has come. */
export function partsOf(
  tallies: readonly NamedTally[],
): { part: Part; values: readonly number[] }[] {
  const parts = tallies.map(({ cells, filled, submitted, returned, approved }) => {
    const decided = approved + submitted + returned;
    return {
      approved,
      submitted,
      returned,
      // Those that were handed in are filled in, too.
      filled: Math.max(0, filled - decided),
      open: Math.max(0, cells - Math.max(filled, decided)),
    };
  });
  const order: Part[] = ['approved', 'submitted', 'returned', 'filled', 'open'];
  return order.map((part) => ({ part, values: parts.map((one) => one[part]) }));
}
