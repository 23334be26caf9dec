import type { IndicatorItem } from '@/api/types';

/** Indicators that no dimension holds: city figures beside the framework. */
export const OUTSIDE = '-';

type Dimension = NonNullable<IndicatorItem['dimension']>;

export function dimensionsOf(items: readonly IndicatorItem[]): Dimension[] {
  const given = items.flatMap(({ dimension }) => (dimension ? [dimension] : []));
  return [...new Map(given.map((dimension) => [dimension.code, dimension])).values()];
}

export function findIndicators(
  items: readonly IndicatorItem[],
  typed: string,
  dimension: string,
): IndicatorItem[] {
  const wanted = typed.trim().toLowerCase();
  return items.filter((item) => {
    const inDimension = dimension === '' || (item.dimension?.code ?? OUTSIDE) === dimension;
    const words = `${item.code} ${item.name.zh} ${item.name.en}`.toLowerCase();
    return inDimension && words.includes(wanted);
  });
}
