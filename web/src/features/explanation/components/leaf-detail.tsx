import type { ExplainedNode } from '@/api/types';
import { ReportedFigure } from './reported-figure';
import { Stages } from './stages';
import styles from './explanation.module.css';

/** An indicator's score: the figure as reported, then every rule it went through. */
export function LeafDetail({ node }: { node: ExplainedNode }) {
  return (
    <div className={styles['leaf']}>
      {node.figure && <ReportedFigure figure={node.figure} />}
      {node.stages.length > 0 && <Stages stages={node.stages} />}
    </div>
  );
}
