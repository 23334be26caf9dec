import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { formatPlain, formatShare } from '@/ui/format';
import styles from './explanation.module.css';

interface Props {
  parent: ExplainedNode;
  parts: readonly ExplainedNode[];
}

/** How the points of the parts are to be read. */
const BASES = {
  log_share: 'log_share',
  power_share: 'power_share',
  middle: 'middle',
  penalised: 'penalised',
  among_units: 'among_units',
  none: 'no_parts',
} as const;

/** By which rule the parts became the whole, and how many of them there were. */
export function AggregationNote({ parent, parts }: Props) {
  const { t } = useTranslation('explanation');
  const { aggregation, changed } = parent;
  if (!aggregation) return null;
  const basis = parts.find((part) => part.basis)?.basis ?? 'arithmetic';
  const words = {
    rule: t([`ui:rule_${aggregation.rule}`, 'ui:step_other'], { step: aggregation.rule }),
    available: formatShare(aggregation.available_share, 0),
    threshold: formatShare(aggregation.data_threshold, 0),
  };
  const hasThreshold = typeof aggregation.data_threshold === 'number';
  return (
    <p className={styles['note']}>
      {t(hasThreshold ? 'aggregation_with_threshold' : 'aggregation', words)}
      {basis !== 'arithmetic' && ` ${t(BASES[basis])}`}
      {changed.imputed + changed.treated > 0 && ` ${t('changed_below', changed)}`}
      {aggregation.details.length > 0 && (
        <>
          {' '}
          {t('details')}
          {': '}
          {aggregation.details.map(({ name, value }) => `${name} ${formatPlain(value)}`).join(', ')}
        </>
      )}
    </p>
  );
}
