import type { Round, RoundItem } from './shapes';

/** What a round asks for, as it is being chosen. */
export interface Plan {
  items: RoundItem[];
  units: string[];
  periods: string[];
}

export function planOf({ items, units, periods }: Round): Plan {
  return { items, units, periods };
}

/** Indicators chosen, each with what it had; new ones in the caliber of the index, reported by the unit. */
export function withIndicators(plan: Plan, codes: readonly string[], caliber: string): Plan {
  const known = new Map(plan.items.map((item) => [item.indicator, item]));
  const items = codes.map(
    (indicator) => known.get(indicator) ?? { indicator, caliber, reported_by: 'unit' },
  );
  return { ...plan, items };
}

export function withReporter(plan: Plan, indicator: string, reportedBy: string): Plan {
  const items = plan.items.map((item) =>
    item.indicator === indicator ? { ...item, reported_by: reportedBy } : item,
  );
  return { ...plan, items };
}

export function isComplete({ items, units, periods }: Plan): boolean {
  return items.length > 0 && units.length > 0 && periods.length > 0;
}

const MONTHS = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'));

/** Periods to choose from: those of the recurrence for the last year with figures and the two after it. */
export function periodsFor(recurrence: string, known: readonly string[]): string[] {
  const last = Math.max(...known.map((code) => Number(code.slice(0, 4))).filter(Boolean), 0);
  if (last === 0) return [];
  return [last, last + 1, last + 2].flatMap((year) => {
    if (recurrence === 'monthly') return MONTHS.map((month) => `${year}-${month}`);
    if (recurrence === 'quarterly') return [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);
    if (recurrence === 'rd_returns')
      return ['05', '08', '11'].map((end) => `${year}-01..${year}-${end}`);
    return [String(year)];
  });
}
