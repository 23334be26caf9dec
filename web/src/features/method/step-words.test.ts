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

it('says what is left out, filled and tamed', () => {
  expect(stepSentences({ step: 'screen', available: 0.9, leave_out: ['A', 'B'] }, zh)).toEqual([
    '指标齐备率低于 90% 的评价对象当期不参评。',
    '不参评：A、B。',
  ]);
  expect(stepSentences({ step: 'impute', rule: 'group_mean' }, zh)).toEqual([
    '缺数按“组均值”补上，并一直标明。',
  ]);
  expect(stepSentences({ step: 'treat', rule: 'winsorise', skewness: 2, kurtosis: 3.5 }, zh)).toEqual(
    [
      '离群值按“缩尾”处理，逐个数据留有处理前后的值。',
      '偏度绝对值 > 2 且峰度 > 3.5 时才处理。',
    ],
  );
});

it('names bonus items with their caps, groups and bands', () => {
  const items = [{ item: '国家级平台', kind: 'bonus', most: 5 }];
  expect(stepSentences({ step: 'adjust', items }, zh)).toEqual([
    '加分项“国家级平台”。',
    '“国家级平台”最多计 5 分。',
  ]);
  const rank = { step: 'rank', ties: 'dense', groups: 'kind', bands: [{ name: 'A' }, { name: 'B' }] };
  expect(stepSentences(rank, zh)).toEqual([
    '得分相同的并列，后面的位次不空。进位、退位与上一期比较。',
    '另在“kind”各组内排名。',
    '分为 A、B 档。',
  ]);
  expect(stepSentences({ step: 'weight', rule: 'entropy' }, zh)).toEqual([
    '权重由“熵权法”得出；缺数时在有数的下级之间按比例重新分配。',
  ]);
});
