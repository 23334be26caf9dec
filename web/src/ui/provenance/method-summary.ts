import type { TFunction } from 'i18next';
import type { RunInfo } from '@/api/types';
import { formatPlain, formatShare } from '../format';
import { isCapped, type MethodStep, methodSteps, stepNumber, stepWord } from './method-steps';

type Translate = TFunction<'ui'>;

function stepSummary(step: MethodStep, t: Translate): string {
  const rule = stepWord(step, 'rule');
  const name = t([`rule_${rule}`, `step_${String(step['step'])}`, 'step_other'], {
    step: String(step['step']),
  });
  const scale = stepNumber(step, 'scale') ?? 1;
  if (isCapped(step)) {
    return t('with_cap', { name, cap: formatPlain((stepNumber(step, 'cap') ?? 1) * scale) });
  }
  const threshold = stepNumber(step, 'data_threshold');
  if (threshold !== null) return t('with_threshold', { name, share: formatShare(threshold, 0) });
  return name;
}

/** The method in one line: 标准比值法（封顶 100）→ 给定权重 → 算术平均. */
export function methodSummary(run: RunInfo, t: Translate): string {
  return methodSteps(run)
    .filter((step) => step['step'] !== 'rank')
    .map((step) => stepSummary(step, t))
    .join(' → ');
}
