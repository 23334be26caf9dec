import type { Text } from '@/ui/language';
import type { Indicator } from './types';

/** What a form says of an indicator. */
export interface Said {
  name: Text;
  measure_unit: Text;
  direction: string;
  class: string;
  frequency: string;
  owner: string;
  decimals: number;
  definition: Text;
  formula: Text;
  source: string;
}

const NOTHING: Text = { zh: '', en: '' };

export const EMPTY: Said = {
  name: NOTHING,
  measure_unit: NOTHING,
  direction: 'higher_is_better',
  class: 'expected',
  frequency: 'yearly',
  owner: '',
  decimals: 2,
  definition: NOTHING,
  formula: NOTHING,
  source: '',
};

export function saidOf(indicator: Indicator): Said {
  const { name, measure_unit, direction, frequency, decimals, definition, formula } = indicator;
  return {
    name,
    measure_unit,
    direction,
    class: indicator.class,
    frequency,
    decimals,
    definition,
    formula,
    owner: indicator.owner ?? '',
    source: indicator.source ?? '',
  };
}
