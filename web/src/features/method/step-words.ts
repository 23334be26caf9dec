import type { TFunction } from 'i18next';
import { formatPlain, formatShare } from '@/ui/format';
import {
  type MethodStep,
  stepField,
  stepIndicators,
  stepLevels,
  stepList,
  stepNumber,
  stepRules,
  stepTables,
  stepWord,
} from '@/ui/provenance/method-steps';

type Translate = TFunction<'method'>;

function ruleName(rule: string | null, t: Translate): string {
  return rule ? t([`ui:rule_${rule}`, 'ui:step_other'], { step: rule }) : '';
}

function numbers(step: MethodStep): Record<string, string> {
  const read = (name: string, otherwise: number) => stepNumber(step, name) ?? otherwise;
  const scale = read('scale', 1);
  return {
    scale: formatPlain(scale),
    cap: formatPlain(read('cap', 1) * scale),
    lower: formatPlain(read('lower', 0)),
    upper: formatPlain(read('upper', 100)),
    mean: formatPlain(read('mean', 0)),
    sd: formatPlain(read('sd', 1)),
    floor: formatPlain(read('floor', 60)),
    gain: formatPlain(read('gain', 40)),
  };
}

function aggregateWords(step: MethodStep, t: Translate): string[] {
  const threshold = stepNumber(step, 'data_threshold');
  const levels = stepLevels(step).map(({ level, rule }) =>
    t('level_words', {
      level: t([`level_${level}`, 'level_deeper'], { level }),
      rule: ruleName(rule, t),
    }),
  );
  const words = [t('aggregate_words', { rule: ruleName(stepWord(step, 'rule'), t) }), ...levels];
  if (threshold === null) return words;
  const share = formatShare(threshold, 0);
  return [...words, t(threshold >= 1 ? 'threshold_all' : 'threshold_words', { share })];
}

function normaliseWords(step: MethodStep, t: Translate): string[] {
  return stepRules(step).map(({ rule, count }) => {
    const words = t([`normalise_${rule}`, 'normalise_other'], {
      rule: ruleName(rule, t),
      ...numbers(step),
    });
    return count === null ? words : t('for_some', { count, words });
  });
}

function screenWords(step: MethodStep, t: Translate): string[] {
  const share = (name: string) => {
    const value = stepNumber(step, name);
    return value === null ? [] : [t(`screen_${name}`, { share: formatShare(value, 0) })];
  };
  const units = stepList(step, 'leave_out').join(t('ui:rule_separator'));
  return [
    ...share('available'),
    ...share('non_zero'),
    ...(units ? [t('screen_leave_out', { units })] : []),
  ];
}

/** The rule of a step for all indicators, then those that some have of their own. */
function ruleWords(step: MethodStep, key: 'impute_words' | 'treat_words', t: Translate): string[] {
  return stepRules(step).map(({ rule, count }) => {
    const words = t(key, { rule: ruleName(rule, t) });
    return count === null ? words : t('for_some', { count, words });
  });
}

function treatWords(step: MethodStep, t: Translate): string[] {
  const words = ruleWords(step, 'treat_words', t);
  if (stepWord(step, 'when') === 'always') return words;
  const test = {
    skewness: formatPlain(stepNumber(step, 'skewness') ?? 2),
    kurtosis: formatPlain(stepNumber(step, 'kurtosis') ?? 3.5),
  };
  return [...words, t('treat_test', test)];
}

function weightWords(step: MethodStep, t: Translate): string {
  const rule = stepWord(step, 'rule');
  if (rule === 'equal' || rule === 'given') return t(`weight_${rule}`);
  return t('weight_words', { rule: ruleName(rule, t) });
}

function adjustWords(step: MethodStep, t: Translate): string[] {
  return stepTables(step, 'items').flatMap((item) => {
    const name = String(item['item']);
    const most = item['most'];
    const words = t(item['kind'] === 'penalty' ? 'adjust_penalty' : 'adjust_bonus', { name });
    return typeof most === 'number'
      ? [words, t('adjust_cap', { name, most: formatPlain(most) })]
      : [words];
  });
}

function rankWords(step: MethodStep, t: Translate): string[] {
  const groups = stepWord(step, 'groups');
  const names = stepTables(step, 'bands').map((band) => String(band['name']));
  const bands = names.join(t('ui:rule_separator'));
  return [
    t(stepWord(step, 'ties') === 'dense' ? 'rank_dense' : 'rank_words'),
    ...(groups ? [t('rank_groups', { groups })] : []),
    ...(bands ? [t('rank_bands', { bands })] : []),
  ];
}

/** One step of the method in sentences. */
export function stepSentences(step: MethodStep, t: Translate): string[] {
  switch (step['step']) {
    case 'denominate':
      return [t('denominate_words', { count: stepIndicators(step).length })];
    case 'normalise':
      return normaliseWords(step, t);
    case 'screen':
      return screenWords(step, t);
    case 'impute':
      return ruleWords(step, 'impute_words', t);
    case 'treat':
      return treatWords(step, t);
    case 'weight':
      return [weightWords(step, t)];
    case 'aggregate':
      return aggregateWords(step, t);
    case 'adjust':
      return adjustWords(step, t);
    case 'rank':
      return rankWords(step, t);
    default:
      return [String(stepField(step, 'rule') ?? step['step'])];
  }
}
