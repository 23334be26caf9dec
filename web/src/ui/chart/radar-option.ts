import { formatScore } from '../format';
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

const CJK = /\p{Script=Han}/u;

/** Two or more short lines where one would leave the drawing: at spaces, or after three characters. */
export function wrapName(name: string): string {
  if (CJK.test(name)) return name.length > 4 ? `${name.slice(0, 3)}\n${name.slice(3)}` : name;
  return name.replaceAll(' ', '\n');
}

/** The axes start where the lowest score leaves the shapes apart, at a round number. */
function floorOf(shapes: readonly RadarShape[]): number {
  const values = shapes.flatMap((shape) => shape.values).filter((value) => value !== null);
  const lowest = Math.min(100, ...values);
  return lowest < 20 ? 0 : Math.floor((lowest - 10) / 10) * 10;
}

/** Shapes over the same axes; the unit's own is filled, the average dashed. */
export function radarOption(
  axes: readonly string[],
  shapes: readonly RadarShape[],
  isNarrow: boolean,
): ChartOption {
  const min = floorOf(shapes);
  return {
    legend: { bottom: 0, itemWidth: 22, type: 'scroll' },
    tooltip: {
      trigger: 'item',
      valueFormatter: (value) => (typeof value === 'number' ? formatScore(value) : '—'),
    },
    radar: {
      center: ['50%', '49%'],
      radius: isNarrow ? '58%' : '70%',
      indicator: axes.map((name) => ({ name: isNarrow ? wrapName(name) : name, min, max: 100 })),
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
