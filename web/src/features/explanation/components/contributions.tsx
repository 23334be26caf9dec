import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '@/api/types';
import { formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { useScoreScale } from '@/ui/score/scale';
import { childrenOf, isWhole, stack, sumOfContributions } from '../tree';
import { AggregationNote } from './aggregation-note';
import styles from './explanation.module.css';
import { LeafDetail } from './leaf-detail';

interface Props {
  nodes: readonly ExplainedNode[];
  parent: ExplainedNode;
}

/** The parts of one score, laid end to end so that they visibly reach it. */
export function Contributions({ nodes, parent }: Props) {
  const { t } = useTranslation('explanation');
  const scale = useScoreScale();
  const children = childrenOf(nodes, parent.code);
  const sum = sumOfContributions(children);
  const isByShare = children.some(({ basis }) => basis && basis !== 'arithmetic');
  const full = Math.max(parent.score ?? 0, sum, 1e-9);
  return (
    <div className={styles['contributions']}>
      <AggregationNote parent={parent} parts={children} />
      <div className={styles['columns']} aria-hidden="true">
        <span>{t('part')}</span>
        <span>{t(isByShare ? 'score_and_part' : 'weight_times_score')}</span>
        <span>{t('points')}</span>
      </div>
      <ul className={styles['parts']}>
        {stack(children).map(({ node, start }) => (
          <ContributionRow key={node.code} node={node} nodes={nodes} start={start} full={full} />
        ))}
      </ul>
      {parent.score !== null && parent.score !== undefined && (
        <p className={styles['sum']}>
          <span>
            {isWhole(sum, parent.score, scale.decimals)
              ? t('sum')
              : t('sum_differs', { score: scale.score(parent.score) })}
          </span>
          <strong className="num">{scale.score(sum)}</strong>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  node: ExplainedNode;
  nodes: readonly ExplainedNode[];
  start: number;
  full: number;
}

/** One part of a score; it opens to what it is made of itself. */
function ContributionRow({ node, nodes, start, full }: RowProps) {
  const { t } = useTranslation('explanation');
  const scale = useScoreScale();
  const { text } = useLanguage();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const percent = (value: number) => `${Math.max(0, (value / full) * 100)}%`;
  const isPresent = typeof node.score === 'number';
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles['rowName']}>
          <span aria-hidden="true" className={styles['chevron']} data-open={isOpen} />
          {text(node.name)}
        </span>
        <span className={styles['product']}>
          {isPresent
            ? t(node.basis && node.basis !== 'arithmetic' ? 'log_product' : 'product', {
                share: formatShare(node.effective_weight),
                part: formatShare(node.contribution_share),
                score: scale.score(node.score),
              })
            : t('left_out')}
        </span>
        <span className={styles['points']}>{isPresent ? scale.score(node.contribution) : '—'}</span>
        <span aria-hidden="true" className={styles['bar']}>
          <span
            style={{
              insetInlineStart: percent(start),
              inlineSize: percent(node.contribution ?? 0),
            }}
          />
        </span>
      </button>
      <div id={id} hidden={!isOpen} className={styles['inside']}>
        {isOpen && <Inside node={node} nodes={nodes} />}
      </div>
    </li>
  );
}

function Inside({ node, nodes }: Pick<RowProps, 'node' | 'nodes'>) {
  const { text } = useLanguage();
  const isBranch = childrenOf(nodes, node.code).length > 0;
  return (
    <>
      {node.missing && <p className={styles['missing']}>{text(node.missing)}</p>}
      {isBranch ? <Contributions nodes={nodes} parent={node} /> : <LeafDetail node={node} />}
    </>
  );
}
