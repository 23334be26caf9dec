import type { ExplainedNode } from '@/api/types';

export interface Part {
  node: ExplainedNode;
  /** Where this contribution begins in the stack that ends at the parent's score. */
  start: number;
}

export function childrenOf(nodes: readonly ExplainedNode[], parent: string): ExplainedNode[] {
  return nodes.filter((node) => node.parent === parent);
}

/** Contributions laid end to end. */
export function stack(children: readonly ExplainedNode[]): Part[] {
  let start = 0;
  return children.map((node) => {
    const part = { node, start };
    start += node.contribution ?? 0;
    return part;
  });
}

export function sumOfContributions(children: readonly ExplainedNode[]): number {
  return children.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0);
}

/** Whether the parts make up the whole, to the last digit shown. */
export function isWhole(sum: number, score: number | null | undefined, decimals: number): boolean {
  return typeof score === 'number' && Math.abs(sum - score) < 0.5 * 10 ** -decimals;
}
