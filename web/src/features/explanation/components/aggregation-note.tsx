import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { formatShare } from '@/ui/format';
import styles from './explanation.module.css';

interface Props {
  parent: ExplainedNode;
  parts: readonly ExplainedNode[];
}

/** By which rule the parts became the whole, and how many of them there were. */
export function AggregationNote({ parent, parts }: Props) {
  const { t } = useTranslation('explanation');
  const { aggregation } = parent;
  if (!aggregation) return null;
  const isLogShare = parts.some(({ basis }) => basis === 'log_share');
  const words = {
    rule: t([`ui:rule_${aggregation.rule}`, 'ui:step_other'], { step: aggregation.rule }),
    available: formatShare(aggregation.available_share, 0),
    threshold: formatShare(aggregation.data_threshold, 0),
  };
  const hasThreshold = typeof aggregation.data_threshold === 'number';
  return (
    <p className={styles['note']}>
      {t(hasThreshold ? 'aggregation_with_threshold' : 'aggregation', words)}
      {isLogShare && ` ${t('log_share')}`}
    </p>
  );
}
