import type { TFunction } from 'i18next';
import type { RunInfo } from '@/api/types';
import { formatPlain, formatShare } from '../format';
import {
  isCapped,
  type MethodStep,
  methodSteps,
  stepLevels,
  stepNumber,
  stepRules,
  stepTables,
} from './method-steps';

type Translate = TFunction<'ui'>;

function stepName(step: MethodStep, t: Translate): string {
  const names = stepRules(step).map(({ rule }) =>
    t([`rule_${rule}`, 'step_other'], { step: rule }),
  );
  const name = String(step['step']);
  return names.length > 0
    ? names.join(t('rule_separator'))
    : t([`step_${name}`, 'step_other'], { step: name });
}

function details(step: MethodStep, t: Translate): string[] {
  const found: string[] = [];
  if (isCapped(step)) {
    const cap = (stepNumber(step, 'cap') ?? 1) * (stepNumber(step, 'scale') ?? 1);
    found.push(t('detail_cap', { cap: formatPlain(cap) }));
  }
  for (const { level, rule } of stepLevels(step)) {
    const words = { level, rule: t([`rule_${rule}`, 'step_other'], { step: rule }) };
    found.push(t(level === 0 ? 'detail_index' : 'detail_level', words));
  }
  const names = (list: string, field: string) =>
    stepTables(step, list)
      .map((each) => String(each[field]))
      .join(t('rule_separator'));
  const [bands, items] = [names('bands', 'name'), names('items', 'item')];
  if (bands) found.push(t('detail_bands', { bands }));
  if (items) found.push(t('detail_items', { items }));
  const threshold = stepNumber(step, 'data_threshold');
  if (threshold !== null) {
    found.push(
      t(threshold >= 1 ? 'detail_all' : 'detail_threshold', { share: formatShare(threshold, 0) }),
    );
  }
  return found;
}

function stepSummary(step: MethodStep, t: Translate): string {
  const name = stepName(step, t);
  const found = details(step, t);
  return found.length > 0
    ? t('with_details', { name, details: found.join(t('list_separator')) })
    : name;
}

/** The method in one line: 标准比值法（封顶 100）→ 给定权重 → 算术平均. */
export function methodSummary(run: RunInfo, t: Translate): string {
  return methodSteps(run)
    .filter((step) => step['step'] !== 'rank' || stepTables(step, 'bands').length > 0)
    .map((step) => stepSummary(step, t))
    .join(' → ');
}
