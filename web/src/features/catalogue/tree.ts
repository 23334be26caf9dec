import type { Text } from '@/ui/language';
import type { Catalogue } from './types';

/** A node as it is edited: the key stays while code and place change. */
export interface TreeNode {
  key: string;
  parent: string | null;
  code: string;
  indicator: string | null;
  name: Text;
  weight: number;
}

/** The nodes of a tree. The order counts among siblings only. */
export type Tree = readonly TreeNode[];

/** A node in reading order, with what is worked out from the whole tree. */
export interface Row {
  node: TreeNode;
  depth: number;
  isLeaf: boolean;
  /** Its part of its siblings' weights. */
  share: number | null;
  /** Its part of the whole index. */
  effective: number | null;
  /** What the weights of its children sum to; null for a leaf. */
  sum: number | null;
}

type ServerNode = Catalogue['NodeBody'];

/** The tree as the server keeps it, with keys. What names a parent that is not there stands beside the root. */
export function treeOf(nodes: readonly ServerNode[]): Tree {
  const keys = new Map(nodes.map(({ code }, place) => [code, `n${place}`]));
  return nodes.map((node, place) => ({
    key: `n${place}`,
    parent: (node.parent && keys.get(node.parent)) || null,
    code: node.code,
    indicator: node.indicator ?? null,
    name: node.name,
    weight: node.weight,
  }));
}

/** The same for the server: parents by code, in reading order. */
export function nodesOf(tree: Tree): ServerNode[] {
  const codes = new Map(tree.map(({ key, code }) => [key, code]));
  return rowsOf(tree).map(({ node }) => ({
    code: node.code,
    parent: node.parent === null ? null : (codes.get(node.parent) ?? null),
    indicator: node.indicator,
    name: node.name,
    weight: node.weight,
  }));
}

export function childrenOf(tree: Tree, parent: string | null): TreeNode[] {
  return tree.filter((node) => node.parent === parent);
}

function sumOf(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, { weight }) => sum + weight, 0);
}

/** Every node in reading order. Effective weights are those of the server: the product of shares down from the root. */
export function rowsOf(tree: Tree): Row[] {
  const rows: Row[] = [];
  const walk = (parent: string | null, depth: number, above: number | null) => {
    const siblings = childrenOf(tree, parent);
    const sum = sumOf(siblings);
    for (const node of siblings) {
      const isSound = node.weight >= 0 && sum > 0 && Number.isFinite(sum);
      const share = parent === null ? 1 : isSound ? node.weight / sum : null;
      const effective = share === null || above === null ? null : above * share;
      const children = childrenOf(tree, node.key);
      rows.push({
        node,
        depth,
        isLeaf: children.length === 0,
        share,
        effective,
        sum: children.length > 0 ? sumOf(children) : null,
      });
      walk(node.key, depth + 1, effective);
    }
  };
  walk(null, 0, 1);
  return rows;
}

function isWithin(tree: Tree, key: string, ancestor: string): boolean {
  let at: string | null = key;
  for (let step = 0; at !== null && step <= tree.length; step += 1) {
    if (at === ancestor) return true;
    at = tree.find((node) => node.key === at)?.parent ?? null;
  }
  return false;
}

export type Place = 'before' | 'after' | 'inside';

/** Puts a node beside or into another one, with all that stands below it. What cannot be stays as it is. */
export function put(tree: Tree, key: string, place: Place, target: string): Tree {
  const moved = tree.find((node) => node.key === key);
  const other = tree.find((node) => node.key === target);
  if (!moved || !other || isWithin(tree, target, key)) return tree;
  const parent = place === 'inside' ? other.key : other.parent;
  if (parent === null) return tree;
  const rest = tree.filter((node) => node.key !== key);
  const at =
    place === 'inside'
      ? rest.length
      : rest.findIndex((node) => node.key === target) + (place === 'after' ? 1 : 0);
  return [...rest.slice(0, at), { ...moved, parent }, ...rest.slice(at)];
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where one step of the keyboard would put a node; null where it leads nowhere. */
function goalOf(tree: Tree, key: string, step: Step): [Place, string] | null {
  const node = tree.find((it) => it.key === key);
  if (!node || node.parent === null) return null;
  const siblings = childrenOf(tree, node.parent);
  const at = siblings.findIndex((it) => it.key === key);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  if (step === 'up') return before ? ['before', before.key] : null;
  if (step === 'down') return after ? ['after', after.key] : null;
  if (step === 'out') {
    const parent = tree.find((it) => it.key === node.parent);
    return parent && parent.parent !== null ? ['after', parent.key] : null;
  }
  // Only what has no indicator of its own takes others in; the nearest one, upwards first.
  const branch =
    siblings.slice(0, at).findLast((it) => it.indicator === null) ??
    siblings.slice(at + 1).find((it) => it.indicator === null);
  return branch ? ['inside', branch.key] : null;
}

export function canStep(tree: Tree, key: string, step: Step): boolean {
  return goalOf(tree, key, step) !== null;
}

/** One step: up or down among siblings, into the branch beside it, out beside its parent. */
export function stepped(tree: Tree, key: string, step: Step): Tree {
  const goal = goalOf(tree, key, step);
  return goal ? put(tree, key, ...goal) : tree;
}

export function changed(tree: Tree, key: string, change: Partial<TreeNode>): Tree {
  return tree.map((node) => (node.key === key ? { ...node, ...change } : node));
}

/** A code that no node has yet. */
function freeCode(tree: Tree, wish: string): string {
  const taken = new Set(tree.map(({ code }) => code));
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? wish : `${wish}_${number}`;
    if (!taken.has(code)) return code;
  }
}

/** Adds a node at the end of a branch. */
export function added(
  tree: Tree,
  parent: string,
  key: string,
  indicator: { code: string; name: Text } | null,
): Tree {
  const node: TreeNode = {
    key,
    parent,
    code: freeCode(tree, indicator?.code ?? 'NODE'),
    indicator: indicator?.code ?? null,
    name: { zh: '', en: '' },
    weight: 1,
  };
  return [...tree, node];
}

/** Takes a node out, with all that stands below it. */
export function without(tree: Tree, key: string): Tree {
  return tree.filter((node) => !isWithin(tree, node.key, key));
}
