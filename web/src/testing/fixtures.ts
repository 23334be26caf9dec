import type { RunInfo, Strategy, UnitList } from '@/api/types';

/** Answers of the server, held to the generated types. */
export const runFixture: RunInfo = {
  id: '0199f2c4-7d1e-7c31-9d55-2f6f5d9c1a10',
  framework_version: '2023',
  caliber: { code: 'DEMO', name: { zh: '演示口径', en: 'Demonstration' } },
  method: {
    steps: [
      { step: 'normalise', rule: 'standard_ratio', scale: 100, cap: 1 },
      { step: 'weight', rule: 'given' },
      { step: 'aggregate', rule: 'arithmetic', data_threshold: 0.6 },
      { step: 'rank', ties: 'competition' },
    ],
  },
  data_version: '5d41402abc4b2a76b9719d911017c592',
  content_hash: '9f2c5b1e0d7a4c36b8e1f0a2d3c4b5a697887766554433221100ffeeddccbbaa',
  created_at: '2026-11-23T02:14:09Z',
  engine_version: '0.1.0',
};

export const strategyFixture: Strategy = {
  code: 'ningbo',
  name: { zh: '宁波市创新深化监测', en: 'Ningbo innovation monitor' },
  description: { zh: '示例', en: 'Example' },
  publisher: { zh: '研值示例', en: 'yanzhi example' },
  time_zone: 'Asia/Shanghai',
  is_synthetic: true,
  groups: [{ code: 'core', name: { zh: '中心城区', en: 'Core districts' } }],
  counts: { units: 3, scored_units: 2, indicators: 2, observations: 8, synthetic_observations: 8 },
  run: runFixture,
};

export const haishu = {
  code: '330203',
  name: { zh: '海曙区', en: 'Haishu' },
  short_name: { zh: '海曙', en: 'Haishu' },
  kind: 'district',
  group: 'core',
};

export const yinzhou = {
  code: '330212',
  name: { zh: '鄞州区', en: 'Yinzhou' },
  short_name: { zh: '鄞州', en: 'Yinzhou' },
  kind: 'district',
  group: 'core',
};

export const unitsFixture: UnitList = {
  items: [
    { ...haishu, is_scored: true, tile: { x: 1, y: 2 } },
    { ...yinzhou, is_scored: true, tile: { x: 2, y: 2 } },
  ],
};
