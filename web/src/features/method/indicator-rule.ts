import type { TFunction } from 'i18next';
import type { RunInfo } from '@/api/types';
import { formatPlain } from '@/ui/format';
import { methodSteps, stepIndicators } from '@/ui/provenance/method-steps';

type Given = Record<string, unknown>;

/** What the method says of one indicator when it normalises. */
function givenFor(run: RunInfo, indicator: string): Given | null {
  const step = methodSteps(run).find((each) => each['step'] === 'normalise');
  const found = step && stepIndicators(step).find(([code]) => code === indicator);
  return found ? found[1] : null;
}

/** The yardstick of an indicator: its standard, or its goalposts. */
export function yardstickOf(run: RunInfo, indicator: string, t: TFunction<'method'>): string {
  const given = givenFor(run, indicator);
  const number = (name: string) => {
    const value = given?.[name];
    return typeof value === 'number' ? formatPlain(value) : null;
  };
  const [standard, low, high] = [number('standard'), number('low'), number('high')];
  if (standard !== null) return t('standard_of', { standard });
  return low !== null && high !== null ? t('goalposts_of', { low, high }) : '';
}
