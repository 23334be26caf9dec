import { expect, it } from 'vitest';
import { sparklinePath } from './sparkline-path';

it('runs from low to high across the box', () => {
  const { line, last } = sparklinePath([0, 10], 100, 20);
  expect(line).toBe('M3 17L97 3');
  expect(last).toEqual({ x: 97, y: 3 });
});

it('leaves a gap where a value is missing', () => {
  expect(sparklinePath([1, null, 2], 100, 20).line).toBe('M3 17M97 3');
});

it('draws nothing of nothing', () => {
  expect(sparklinePath([null, null], 100, 20)).toEqual({ line: '', last: null });
});
