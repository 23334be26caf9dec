import { formatNumber } from '../format';
import type { ScoreScale } from '../score/scale';
import { palette, seriesColours } from '../theme';
import type { ChartOption } from './chart';

export interface RadarShape {
  name: string;
  values: readonly (number | null)[];
  role: 'unit' | 'average' | 'peer';
}

const DASHES = { unit: 'solid', average: 'dashed', peer: 'solid' } as const;
const SYMBOLS = ['circle', 'none', 'rect', 'triangle', 'diamond'] as const;

function colourOf(role: RadarShape['role'], place: number): string {
  if (role === 'unit') return palette.primary;
  if (role === 'average') return palette['ink-3'];
  return seriesColours[place - 1] ?? palette['ink-3'];
}

/** A Chinese character takes the width of two and a half others. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2.5 : 1), 0);
}

/** Lines no wider than asked, where one would leave the drawing: broken at spaces and between Chinese characters. */
export function wrapName(name: string, width: number): string {
  const pieces = name.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= width) lines.splice(-1, 1, longer);
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** The axes start where the lowest score leaves the shapes apart, at a round number. */
function floorOf(shapes: readonly RadarShape[], max: number): number {
  const values = shapes.flatMap((shape) => shape.values).filter((value) => value !== null);
  const tenth = max / 10;
  const lowest = Math.min(max, ...values) / tenth;
  return lowest < 2 ? 0 : Math.floor(lowest - 1) * tenth;
}

/** Shapes over the same axes; the unit's own is filled, the average dashed. */
export function radarOption(
  axes: readonly string[],
  shapes: readonly RadarShape[],
  scale: ScoreScale,
  isNarrow: boolean,
): ChartOption {
  const min = floorOf(shapes, scale.max);
  return {
    legend: { bottom: 0, itemWidth: 22, type: 'plain' },
    tooltip: {
      trigger: 'item',
      valueFormatter: (value) =>
        typeof value === 'number' ? formatNumber(value, scale.decimals) : '—',
    },
    radar: {
      center: ['50%', isNarrow ? '45%' : '49%'],
      radius: isNarrow ? '58%' : '70%',
      indicator: axes.map((name) => ({
        name: wrapName(name, isNarrow ? 12 : 18),
        min,
        max: scale.max,
      })),
      axisName: {
        color: palette.ink,
        fontSize: isNarrow ? 12 : 14,
        lineHeight: isNarrow ? 16 : 19,
      },
      splitNumber: 4,
      splitArea: { show: false },
      splitLine: { lineStyle: { color: palette.line } },
      axisLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: 'radar',
        data: shapes.map(({ name, values, role }, place) => ({
          name,
          value: values.map((value) => value ?? '-') as number[],
          symbol: SYMBOLS[place % SYMBOLS.length] ?? 'circle',
          symbolSize: role === 'unit' ? 7 : 5,
          itemStyle: { color: colourOf(role, place) },
          lineStyle: {
            color: colourOf(role, place),
            width: role === 'unit' ? 2.5 : 1.5,
            type: DASHES[role],
          },
          areaStyle: { opacity: role === 'unit' ? 0.12 : 0 },
        })),
      },
    ],
  };
}
