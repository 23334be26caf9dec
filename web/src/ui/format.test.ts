import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatDay,
  formatInstant,
  formatNumber,
  formatPlain,
  formatReported,
  formatShare,
  shortHash,
} from './format';

describe('numbers', () => {
  it('keeps the decimals asked for and groups thousands', () => {
    expect(formatNumber(12345.678, 1)).toBe('12,345.7');
    expect(formatNumber(100)).toBe('100.00');
  });

  it('writes a true minus sign and no negative zero', () => {
    expect(formatNumber(-1.5, 1)).toBe('−1.5');
    expect(formatNumber(-0.001, 2)).toBe('0.00');
  });

  it('shows a dash for what is missing, never a zero', () => {
    expect(formatNumber(null)).toBe('—');
    expect(formatChange(undefined)).toBe('—');
    expect(formatShare(null)).toBe('—');
  });

  it('signs a change, but not one that rounds to nothing', () => {
    expect(formatChange(1.234)).toBe('+1.23');
    expect(formatChange(-1.234)).toBe('−1.23');
    expect(formatChange(0.001)).toBe('0.00');
  });

  it('gives shares as per cent and parameters without needless zeros', () => {
    expect(formatShare(0.2)).toBe('20.0%');
    expect(formatPlain(2.5)).toBe('2.5');
    expect(formatPlain(99.0625)).toBe('99.0625');
  });
});

describe('a figure as reported', () => {
  it('keeps its own digits, and is rounded only where it has more than are shown', () => {
    expect(formatReported('4.5', 4.5, 2)).toBe('4.5');
    expect(formatReported('146673.2415', 146673.2415, 0)).toBe('146,673');
    expect(formatReported('-0.30', -0.3, 2)).toBe('−0.30');
  });
});

describe('instants', () => {
  it('stand in the zone of the strategy', () => {
    expect(formatInstant('2026-11-23T02:14:09Z', 'Asia/Shanghai', 'zh')).toBe('2026/11/23 10:14');
    expect(formatInstant('2026-11-23T02:14:09Z', 'UTC', 'en')).toContain('02:14');
  });

  it('are shown as they came where they cannot be read', () => {
    expect(formatInstant('soon', 'UTC', 'en')).toBe('soon');
  });
});

it('shortens a hash without its prefix', () => {
  expect(shortHash('sha256:9f2c5b1e0d7a4c36')).toBe('9f2c5b1e0d7a');
});

it('says how large a file is', () => {
  expect([0, 900, 1024, 1_500_000, 3 * 1024 ** 3].map(formatBytes)).toEqual([
    '0 B',
    '900 B',
    '1.0 KB',
    '1.4 MB',
    '3.0 GB',
  ]);
});

it('writes a day in either language', () => {
  expect(formatDay('2026-01-05', 'zh')).toBe('2026年1月5日');
  expect(formatDay('2026-01-05', 'en')).toBe('5 January 2026');
  expect(formatDay('soon', 'en')).toBe('soon');
});
