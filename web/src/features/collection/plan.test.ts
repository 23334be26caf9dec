import { describe, expect, it } from 'vitest';
import { isComplete, periodsFor, withIndicators, withReporter } from './plan';

const item = (indicator: string, by = 'unit') => ({ indicator, caliber: 'DEMO', reported_by: by });

describe('choosing what a round asks for', () => {
  it('keeps what was said of an indicator that stays', () => {
    const plan = { items: [item('A', 'owner'), item('B')], units: ['330203'], periods: [] };
    expect(withIndicators(plan, ['C', 'A'], 'DEMO').items).toEqual([item('C'), item('A', 'owner')]);
    expect(withReporter(plan, 'B', 'owner').items).toEqual([
      item('A', 'owner'),
      item('B', 'owner'),
    ]);
    expect(isComplete(plan)).toBe(false);
  });

  it('offers the periods of the recurrence, from the last year with figures', () => {
    expect(periodsFor('yearly', ['2019', '2023'])).toEqual(['2023', '2024', '2025']);
    expect(periodsFor('rd_returns', ['2023']).slice(0, 3)).toEqual([
      '2023-01..2023-05',
      '2023-01..2023-08',
      '2023-01..2023-11',
    ]);
    expect(periodsFor('quarterly', ['2023Q4'])).toHaveLength(12);
    expect(periodsFor('monthly', [])).toEqual([]);
  });
});
