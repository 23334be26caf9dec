import { expect, it } from 'vitest';
import { periodKind } from './series';

it('joins only periods of one kind, cumulative ones only over the same months', () => {
  expect(periodKind('2023')).toBe(periodKind('2022'));
  expect(periodKind('2023-01..2023-08')).toBe(periodKind('2022-01..2022-08'));
  expect(periodKind('2023-01..2023-08')).not.toBe(periodKind('2023-01..2023-11'));
  expect(periodKind('2023')).not.toBe(periodKind('2021/2025'));
});
