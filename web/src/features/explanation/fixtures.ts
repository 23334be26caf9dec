import type { ExplainedNode, Explanation } from '@/api/types';
import { runFixture, yinzhou } from '@/testing/fixtures';

const index: ExplainedNode = {
  code: 'INDEX',
  level: 0,
  name: { zh: '创新指数', en: 'Innovation index' },
  score: 90,
  rank: 1,
  weight: 1,
  stages: [],
  aggregation: {
    rule: 'arithmetic',
    formula: 'sum(w × x) / sum(w)',
    available_share: 1,
    data_threshold: 0.6,
    details: [],
  },
  changed: { of: 2, imputed: 0, treated: 1 },
};

const input: ExplainedNode = {
  code: 'RD_GDP',
  parent: 'INDEX',
  level: 1,
  name: { zh: '研发强度', en: 'R&D intensity' },
  score: 80,
  rank: 2,
  weight: 50,
  effective_weight: 0.5,
  contribution: 40,
  contribution_share: 0.444,
  basis: 'arithmetic',
  changed: { of: 1, imputed: 0, treated: 1 },
  stages: [
    { step: 'raw', parameters: [], value: 2.4 },
    { step: 'treat', rule: 'winsorise', parameters: [], value: 2, change: 'treated' },
    {
      step: 'normalise',
      rule: 'standard_ratio',
      formula: 'min(x / standard, cap) × scale',
      parameters: [{ name: 'standard', value: 2.5 }],
      value: 80,
    },
  ],
  figure: {
    value: 2,
    value_text: '2.00',
    decimals: 2,
    measure_unit: { zh: '%', en: '%' },
    status: 'estimate',
    source: { title: { zh: '统计公报', en: 'Communiqué' }, url: 'https://example.org/a' },
    is_synthetic: true,
    caliber: { code: 'DEMO', name: { zh: '演示口径', en: 'Demonstration' } },
    recorded_at: '2026-11-23T02:14:07Z',
  },
};

const output: ExplainedNode = {
  ...input,
  code: 'PATENT',
  name: { zh: '专利', en: 'Patents' },
  score: 100,
  contribution: 50,
  figure: null,
  stages: [],
};

export const explanationFixture: Explanation = {
  unit: yinzhou,
  period: '2023',
  node: { code: 'INDEX', level: 0, name: index.name },
  is_synthetic: true,
  run: runFixture,
  nodes: [index, input, output],
};
