import type { FrameworkNode } from '@/api/types';

/** The weight of a node as a share of its siblings'. */
export function shareOf(node: FrameworkNode, nodes: readonly FrameworkNode[]): number {
  const siblings = nodes.filter(({ parent }) => parent === node.parent);
  const sum = siblings.reduce((total, { weight }) => total + weight, 0);
  return sum > 0 ? node.weight / sum : 0;
}
