import i18next from 'i18next';
import { expect, it } from 'vitest';
import { stepSentences } from './step-words';

const zh = i18next.getFixedT('zh', 'method');

it('says the rule for all and those that some indicators have of their own', () => {
  const step = {
    step: 'normalise',
    rule: 'standard_ratio',
    scale: 100,
    cap: 1,
    indicators: {
      RD_GDP: { rule: 'standard_ratio', standard: 2.5 },
      LIFE: { rule: 'goalposts', low: 20, high: 85 },
    },
  };
  expect(stepSentences(step, zh)).toEqual([
    '数值 ÷ 标准值 × 100，最高 100；越低越好的指标取标准值 ÷ 数值。',
    '1 项指标：按给定的下限与上限换算，超出部分截断；越低越好的指标反向换算。',
  ]);
});

it('names the levels that are aggregated another way, and what missing data do', () => {
  const step = {
    step: 'aggregate',
    rule: 'arithmetic',
    data_threshold: 1,
    levels: [{ level: 0, rule: 'geometric' }],
  };
  expect(stepSentences(step, zh)).toEqual([
    '各级得分由下级得分算术平均得到。',
    '指数用几何平均。',
    '下级有一项缺数就不计算，列为缺失并说明原因。',
  ]);
});
