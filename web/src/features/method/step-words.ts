import type { TFunction } from 'i18next';
import { formatPlain, formatShare } from '@/ui/format';
import {
  type MethodStep,
  stepField,
  stepIndicators,
  stepLevels,
  stepNumber,
  stepRules,
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

/** One step of the method in sentences. */
export function stepSentences(step: MethodStep, t: Translate): string[] {
  switch (step['step']) {
    case 'denominate':
      return [t('denominate_words', { count: stepIndicators(step).length })];
    case 'normalise':
      return normaliseWords(step, t);
    case 'weight':
      return [t(stepWord(step, 'rule') === 'equal' ? 'weight_equal' : 'weight_given')];
    case 'aggregate':
      return aggregateWords(step, t);
    case 'rank':
      return [t('rank_words')];
    default:
      return [String(stepField(step, 'rule') ?? step['step'])];
  }
}
