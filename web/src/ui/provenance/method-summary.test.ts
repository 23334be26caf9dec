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
  const run = { ...runFixture, method: { steps: [{ step: 'treat', rule: 'winsorise' }] } };
  expect(methodSummary(run, i18next.getFixedT('en', 'ui'))).toBe('winsorise');
});
