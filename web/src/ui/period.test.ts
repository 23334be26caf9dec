import { expect, it } from 'vitest';
import { formatPeriod, shortPeriod } from './period';

it.each([
  ['2023', '2023年', '2023'],
  ['2023H1', '2023年上半年', 'H1 2023'],
  ['2023H2', '2023年下半年', 'H2 2023'],
  ['2023Q3', '2023年三季度', 'Q3 2023'],
  ['2023-03', '2023年3月', 'Mar 2023'],
  ['2023-01..2023-08', '2023年1—8月累计', 'Jan–Aug 2023, cumulative'],
  ['2022-11..2023-02', '2022年11月—2023年2月累计', 'Nov 2022–Feb 2023, cumulative'],
  ['2021/2025', '2021—2025年规划期', '2021–2025 plan'],
  ['whenever', 'whenever', 'whenever'],
])('%s in words', (code, zh, en) => {
  expect(formatPeriod(code, 'zh')).toBe(zh);
  expect(formatPeriod(code, 'en')).toBe(en);
});

it('shortens cumulative periods for axes', () => {
  expect(shortPeriod('2023-01..2023-08')).toBe('2023.1–8');
  expect(shortPeriod('2023')).toBe('2023');
});
