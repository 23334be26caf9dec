import { describe, expect, it } from 'vitest';
import { readSort, sortRows, writeSort } from './sort';

const rows = [
  { at: 1, score: 5 },
  { at: 2, score: null },
  { at: 3, score: 7 },
  { at: 4, score: 5 },
];
const places = (order: 'asc' | 'desc') =>
  sortRows(rows, order, ({ score }) => score).map(({ at }) => at);

describe('sorting', () => {
  it('keeps the given order of equals and puts the missing last', () => {
    expect(places('asc')).toEqual([1, 4, 3, 2]);
  });
  it('puts the missing last when reversed too', () => {
    expect(places('desc')).toEqual([3, 1, 4, 2]);
  });
  it('orders Chinese names by sound', () => {
    const names = ['镇海区', '鄞州区', '北仑区'];
    expect(sortRows(names, 'asc', (name) => name)).toEqual(['北仑区', '鄞州区', '镇海区']);
  });
});

it('goes through the address and back', () => {
  expect(readSort(writeSort({ key: 'score', order: 'desc' }))).toEqual({
    key: 'score',
    order: 'desc',
  });
  expect(readSort('score:sideways')).toBeNull();
  expect(readSort(null)).toBeNull();
});
