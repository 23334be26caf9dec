import i18next from 'i18next';
import { expect, it } from 'vitest';
import { runFixture } from '@/testing/fixtures';
import { methodSummary } from './method-summary';

it('says the method in one line, with its cap and its threshold', async () => {
  expect(methodSummary(runFixture, i18next.getFixedT('zh', 'ui'))).toBe(
    '标准比值法（封顶 100） → 给定权重 → 算术平均（有数下级 ≥ 60%）',
  );
  expect(methodSummary(runFixture, i18next.getFixedT('en', 'ui'))).toBe(
    'ratio to standard (capped at 100) → given weights → arithmetic mean (≥ 60% of children present)',
  );
});

it('names an unknown rule by its own word instead of hiding it', () => {
  const run = { ...runFixture, method: { steps: [{ step: 'treat', rule: 'own_rule' }] } };
  expect(methodSummary(run, i18next.getFixedT('en', 'ui'))).toBe('own_rule');
});

it('says which figures are filled and tamed, and into which bands units fall', () => {
  const steps = [
    { step: 'screen', available: 0.9 },
    { step: 'impute', rule: 'group_mean' },
    { step: 'treat', rule: 'winsorise' },
    { step: 'aggregate', rule: 'geometric' },
    { step: 'adjust', items: [{ item: '国家级平台', kind: 'bonus' }] },
    { step: 'rank', bands: [{ name: 'A' }, { name: 'B' }] },
  ];
  const run = { ...runFixture, method: { steps } };
  expect(methodSummary(run, i18next.getFixedT('zh', 'ui'))).toBe(
    '筛选 → 组均值 → 缩尾 → 几何平均 → 加减分（国家级平台） → 排名（分 A、B 档）',
  );
});
