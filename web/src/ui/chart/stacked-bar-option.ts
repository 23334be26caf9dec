import { palette } from '../theme';
import type { ChartOption } from './chart';

interface Part {
  name: string;
  values: readonly number[];
}

/** Dark to light in the order given, each part with its own pattern, so that it is told apart without colour. */
const FILLS = [palette.primary, palette.data, palette.loss, palette['data-soft'], palette.track];
const PATTERNS = ['none', 'rect', 'triangle', 'none', 'none'] as const;

/** Lying bars, one a name, made of parts that add up. */
export function stackedBarOption(names: readonly string[], parts: readonly Part[]): ChartOption {
  return {
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 2, right: 24, top: 40, bottom: 4, containLabel: true },
    legend: { left: 0, top: 0, type: 'scroll' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: palette['line-soft'] } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette['ink-3'] } },
    },
    series: parts.map(({ name, values }, place) => ({
      type: 'bar',
      name,
      stack: 'all',
      barMaxWidth: 18,
      data: [...values],
      itemStyle: {
        color: FILLS[place % FILLS.length] ?? palette.data,
        decal: { symbol: PATTERNS[place % PATTERNS.length] ?? 'none', symbolSize: 0.6 },
      },
    })),
  };
}
