import { describe, expect, it } from 'vitest';
import { runFixture } from '@/testing/fixtures';
import { scoreScale } from './scale';

const withStep = (step: Record<string, unknown>) => ({
  ...runFixture,
  method: { steps: [{ step: 'normalise', ...step }] },
});

describe('the scale of scores', () => {
  it('is what a capped ratio can reach', () => {
    expect(scoreScale(runFixture)).toEqual({ max: 100, decimals: 2 });
  });

  it('is one, with three decimals, where goalposts give 0 to 1', () => {
    const indicators = { LIFE: { rule: 'goalposts', low: 20, high: 85, scale: 1 } };
    expect(scoreScale(withStep({ rule: 'goalposts', indicators }))).toEqual({
      max: 1,
      decimals: 3,
    });
  });

  it('is the upper end of min–max', () => {
    expect(scoreScale(withStep({ rule: 'min_max', lower: 0, upper: 10 }))).toEqual({
      max: 10,
      decimals: 3,
    });
  });

  it('is a hundred where nothing says otherwise', () => {
    expect(scoreScale(null)).toEqual({ max: 100, decimals: 2 });
    expect(scoreScale(withStep({ rule: 'z_score' }))).toEqual({ max: 100, decimals: 2 });
  });
});
