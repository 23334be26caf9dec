import { formatNumber } from '../format';
import { shortPeriod } from '../period';
import { palette, seriesColours } from '../theme';
import type { ChartOption } from './chart';

export interface Line {
  name: string;
  values: readonly (number | null)[];
  /** Strong, plain, or grey behind the others and unnamed. */
  role: 'main' | 'plain' | 'backdrop';
}

interface Given {
  periods: readonly string[];
  lines: readonly Line[];
  decimals: number;
  /** Lines run straight over periods without a figure; else the gap is left open. */
  bridgesGaps?: boolean;
}

const DASHES = ['solid', [6, 3], [2, 3], [9, 3, 2, 3], [4, 4], [12, 4]] as const;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'] as const;
const WIDTHS = { main: 2.5, plain: 1.6, backdrop: 1 } as const;
const BACKDROP = '#c3ccd6';

function styleOf({ role }: Line, place: number) {
  if (role === 'backdrop') {
    const style = { color: BACKDROP, width: WIDTHS.backdrop };
    return { symbol: 'none', itemStyle: { color: BACKDROP }, lineStyle: style, silent: true };
  }
  const color = seriesColours[place % seriesColours.length] ?? palette.primary;
  const dash = DASHES[place % DASHES.length] ?? 'solid';
  return {
    symbol: SYMBOLS[place % SYMBOLS.length] ?? 'circle',
    symbolSize: role === 'main' ? 8 : 6,
    itemStyle: { color },
    lineStyle: { color, width: WIDTHS[role], type: typeof dash === 'string' ? dash : [...dash] },
  };
}

/** Courses over the periods, each named line told by colour, dash and marker. */
export function lineOption({ periods, lines, decimals, bridgesGaps = false }: Given): ChartOption {
  const named = lines.filter(({ role }) => role !== 'backdrop');
  const ordered = [...named, ...lines.filter(({ role }) => role === 'backdrop')];
  const hasLegend = lines.length > 1;
  return {
    grid: { left: 2, right: 24, top: hasLegend ? 44 : 16, bottom: 4, containLabel: true },
    legend: {
      show: hasLegend,
      data: named.map(({ name }) => name),
      left: 0,
      top: 0,
      itemWidth: 32,
      type: 'scroll',
    },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value) => (typeof value === 'number' ? formatNumber(value, decimals) : '—'),
    },
    xAxis: {
      type: 'category',
      data: periods.map(shortPeriod),
      boundaryGap: periods.length === 1,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette['ink-3'] } },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitLine: { lineStyle: { color: palette['line-soft'] } },
    },
    series: ordered.map((line, place) => ({
      type: 'line',
      name: line.name,
      data: line.values.map((value) => value ?? '-'),
      connectNulls: bridgesGaps,
      z: line.role === 'main' ? 5 : line.role === 'plain' ? 3 : 1,
      ...(line.role === 'backdrop' ? { tooltip: { show: false } } : {}),
      ...styleOf(line, place),
    })),
  };
}
