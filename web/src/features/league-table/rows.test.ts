import { expect, it } from 'vitest';
import { leagueTableFixture } from './fixtures';
import { keyFigures } from './rows';

it('counts only the units that have a score', () => {
  expect(keyFigures(leagueTableFixture)).toMatchObject({ ranked: 1, spread: null });
});

it('names the first and the greatest climber', () => {
  const { first, climber } = keyFigures(leagueTableFixture);
  expect(first?.unit.code).toBe('330212');
  expect(climber?.rank_change).toBe(2);
});
