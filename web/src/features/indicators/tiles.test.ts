import { describe, expect, it } from 'vitest';
import { unitsFixture } from '@/testing/fixtures';
import { rankingFixture } from './fixtures';
import { gradeOf, layTiles } from './tiles';

describe('tiles', () => {
  it('begin at the first column and line that are used', () => {
    const tiles = layTiles(unitsFixture.items, rankingFixture);
    expect(tiles.map(({ column, line }) => [column, line])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('grade the best rank darkest, also where lower is better', () => {
    const tiles = layTiles(unitsFixture.items, rankingFixture);
    expect(tiles.find(({ unit }) => unit.code === '330212')?.grade).toBe(4);
    expect(tiles.find(({ unit }) => unit.code === '330203')?.grade).toBe(0);
  });

  it('leave a unit without a figure ungraded', () => {
    expect(layTiles(unitsFixture.items, []).map(({ grade }) => grade)).toEqual([null, null]);
  });
});

it('puts a single value in one class', () => {
  expect(gradeOf(3, 3, 3)).toBe(4);
});
