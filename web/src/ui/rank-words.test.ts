import { describe, expect, it } from 'vitest';
import { figureMove, rankChangeWords } from './rank-words';

describe('rank change', () => {
  it('positive is places gained', () => {
    expect(rankChangeWords(2)).toEqual({ move: 'gained', places: 2, symbol: '▲' });
  });
  it('negative is places lost, counted without the sign', () => {
    expect(rankChangeWords(-3)).toEqual({ move: 'lost', places: 3, symbol: '▼' });
  });
  it('nothing to compare with is not the same as unchanged', () => {
    expect(rankChangeWords(0).move).toBe('kept');
    expect(rankChangeWords(null).move).toBe('unknown');
  });
});

describe('figure change', () => {
  it('follows what the data says of the direction, not the sign', () => {
    expect(figureMove(-0.5, true)).toBe('improved');
    expect(figureMove(0.5, false)).toBe('worsened');
  });
  it('knows no change and no comparison apart', () => {
    expect(figureMove(0, null)).toBe('same');
    expect(figureMove(null, null)).toBe('unknown');
  });
});
