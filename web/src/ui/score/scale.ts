import { createContext, useContext } from 'react';
import type { RunInfo } from '@/api/types';
import { formatChange, formatNumber } from '../format';
import {
  type MethodStep,
  methodSteps,
  stepIndicators,
  stepNumber,
} from '../provenance/method-steps';

/** How high scores can go, and how many decimals tell them apart. */
export interface ScoreScale {
  max: number;
  decimals: number;
}

const HUNDRED: ScoreScale = { max: 100, decimals: 2 };

/** The best score a rule gives. */
function topOf(rule: MethodStep): number | null {
  const upper = stepNumber(rule, 'upper');
  if (upper !== null) return upper;
  const scale = stepNumber(rule, 'scale');
  return scale === null ? null : scale * (stepNumber(rule, 'cap') ?? 1);
}

/** Read from the rules that normalise: an index of 0 to 1 needs more decimals than one of 0 to 100. */
export function scoreScale(run: RunInfo | null | undefined): ScoreScale {
  const step = run && methodSteps(run).find((each) => each['step'] === 'normalise');
  if (!step) return HUNDRED;
  const own = stepIndicators(step).map(([, rule]) => topOf(rule));
  const given = own.filter((top) => top !== null);
  const max = given.length > 0 ? Math.max(...given) : (topOf(step) ?? HUNDRED.max);
  return { max: max > 0 ? max : HUNDRED.max, decimals: max > 10 ? 2 : 3 };
}

export const ScoreScaleContext = createContext<ScoreScale>(HUNDRED);

interface ScoreWords extends ScoreScale {
  score: (value: number | null | undefined) => string;
  change: (value: number | null | undefined) => string;
}

export function useScoreScale(): ScoreWords {
  const scale = useContext(ScoreScaleContext);
  return {
    ...scale,
    score: (value) => formatNumber(value, scale.decimals),
    change: (value) => formatChange(value, scale.decimals),
  };
}
