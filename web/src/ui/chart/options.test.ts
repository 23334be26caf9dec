import { describe, expect, it } from 'vitest';
import { lineOption } from './line-option';
import { radarOption, wrapName } from './radar-option';

describe('the radar', () => {
  const shapes = [{ name: '鄞州区', values: [96.9, null], role: 'unit' as const }];

  it('starts its axes at a round number below the lowest score', () => {
    const { radar } = radarOption(['甲', '乙'], shapes, { max: 100, decimals: 2 }, false);
    expect(radar).toMatchObject({
      indicator: [
        { min: 80, max: 100 },
        { min: 80, max: 100 },
      ],
    });
  });

  it('breaks long names on a phone', () => {
    expect(wrapName('原始创新力', 12)).toBe('原始创新\n力');
    expect(wrapName('Transfer of results', 12)).toBe('Transfer of\nresults');
    expect(wrapName('原始创新力', 18)).toBe('原始创新力');
  });
});

describe('lines', () => {
  it('leave gaps as gaps and name only what stands in front', () => {
    const option = lineOption({
      periods: ['2022', '2023'],
      lines: [
        { name: '后', values: [1, 2], role: 'backdrop' },
        { name: '前', values: [null, 2], role: 'main' },
      ],
      decimals: 2,
    });
    expect(option.legend).toMatchObject({ data: ['前'] });
    expect(option.series).toMatchObject([{ name: '前', data: ['-', 2] }, { name: '后' }]);
  });
});
