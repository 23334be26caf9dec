export type SortValue = string | number | null | undefined;

export interface Sort {
  key: string;
  order: 'asc' | 'desc';
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** Stable, and rows without a value come last whichever way. */
export function sortRows<Row>(
  rows: readonly Row[],
  order: Sort['order'],
  valueOf: (row: Row) => SortValue,
): Row[] {
  const sign = order === 'asc' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const left = valueOf(one) ?? null;
    const right = valueOf(other) ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

/** `score:desc` in the address. */
export function readSort(value: string | null): Sort | null {
  const match = /^(.+):(asc|desc)$/.exec(value ?? '');
  if (!match?.[1]) return null;
  return { key: match[1], order: match[2] === 'desc' ? 'desc' : 'asc' };
}

export function writeSort(sort: Sort | null): string | null {
  return sort ? `${sort.key}:${sort.order}` : null;
}
