import { expect, it } from 'vitest';
import { periodKind, withMissingYears } from './series';

it('joins only periods of one kind, cumulative ones only over the same months', () => {
  expect(periodKind('2023')).toBe(periodKind('2022'));
  expect(periodKind('2023-01..2023-08')).toBe(periodKind('2022-01..2022-08'));
  expect(periodKind('2023-01..2023-08')).not.toBe(periodKind('2023-01..2023-11'));
  expect(periodKind('2023')).not.toBe(periodKind('2021/2025'));
});

it('keeps a place for years without a figure', () => {
  expect(withMissingYears(['2014', '2017'])).toEqual(['2014', '2015', '2016', '2017']);
  expect(withMissingYears(['2018-01..2018-11', '2019-01..2019-11'])).toHaveLength(2);
});
