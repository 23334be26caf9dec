import { describe, expect, it } from 'vitest';
import { added, canStep, changed, nodesOf, put, rowsOf, stepped, treeOf, without } from './tree';

const text = (word: string) => ({ zh: word, en: word });
const node = (code: string, parent: string | null, weight: number) => ({
  code,
  parent,
  indicator: code.length > 1 ? code : null,
  name: text(code),
  weight,
});

/** I → A (2) → A1 (3), A2 (1); B (1) → B1 (1) */
const tree = treeOf([
  node('I', null, 1),
  node('A', 'I', 2),
  node('A1', 'A', 3),
  node('A2', 'A', 1),
  node('B', 'I', 1),
  node('B1', 'B', 1),
]);
const keyOf = (code: string) => tree.find((found) => found.code === code)?.key ?? '';
const order = (of: typeof tree) =>
  rowsOf(of)
    .map(({ node: { code }, depth }) => `${'·'.repeat(depth)}${code}`)
    .join(' ');
const effective = (of: typeof tree) =>
  Object.fromEntries(rowsOf(of).map(({ node: { code }, effective: share }) => [code, share]));

describe('weights', () => {
  it('multiply down the tree', () => {
    const shares = effective(tree);
    expect(shares['A']).toBeCloseTo(2 / 3, 12);
    expect(shares['A1']).toBeCloseTo(0.5, 12);
    expect(shares['B1']).toBeCloseTo(1 / 3, 12);
    expect(rowsOf(tree)[1]?.sum).toBe(4);
  });

  it('are nothing where the siblings sum to nothing', () => {
    const nil = changed(changed(tree, keyOf('A1'), { weight: 0 }), keyOf('A2'), { weight: 0 });
    expect(effective(nil)['A1']).toBeNull();
    expect(effective(nil)['A']).toBeCloseTo(2 / 3, 12);
  });
});

describe('moving', () => {
  it('goes up and down among siblings', () => {
    expect(order(stepped(tree, keyOf('A2'), 'up'))).toBe('I ·A ··A2 ··A1 ·B ··B1');
    expect(order(stepped(tree, keyOf('A'), 'down'))).toBe('I ·B ··B1 ·A ··A1 ··A2');
    expect(canStep(tree, keyOf('A1'), 'up')).toBe(false);
  });

  it('goes into the branch beside and out beside the parent', () => {
    expect(order(stepped(tree, keyOf('B'), 'in'))).toBe('I ·A ··A1 ··A2 ··B ···B1');
    expect(order(stepped(tree, keyOf('A1'), 'out'))).toBe('I ·A ··A2 ·A1 ·B ··B1');
    expect(canStep(tree, keyOf('A2'), 'in')).toBe(false);
    expect(canStep(tree, keyOf('A'), 'out')).toBe(false);
  });

  it('leaves the root and what would stand below itself', () => {
    expect(canStep(tree, keyOf('I'), 'down')).toBe(false);
    expect(put(tree, keyOf('A'), 'inside', keyOf('A1'))).toBe(tree);
    expect(put(tree, keyOf('A'), 'before', keyOf('I'))).toBe(tree);
  });

  it('is dropped before, after and inside', () => {
    expect(order(put(tree, keyOf('A1'), 'before', keyOf('B1')))).toBe('I ·A ··A2 ·B ··A1 ··B1');
    expect(order(put(tree, keyOf('A1'), 'inside', keyOf('B')))).toBe('I ·A ··A2 ·B ··B1 ··A1');
    expect(order(put(tree, keyOf('A1'), 'after', keyOf('B')))).toBe('I ·A ··A2 ·B ··B1 ·A1');
  });
});

describe('what the server gets', () => {
  it('is the same tree with parents by code', () => {
    const sent = nodesOf(changed(tree, keyOf('A'), { code: 'ALPHA' }));
    expect(sent.map(({ code, parent }) => `${parent ?? ''}/${code}`)).toEqual([
      '/I',
      'I/ALPHA',
      'ALPHA/A1',
      'ALPHA/A2',
      'I/B',
      'B/B1',
    ]);
  });

  it('grows and shrinks', () => {
    const indicator = { code: 'A1', name: text('A1') };
    const grown = added(tree, keyOf('B'), 'new', indicator);
    expect(nodesOf(grown).at(-1)).toMatchObject({ code: 'A1_2', parent: 'B', indicator: 'A1' });
    expect(order(without(grown, keyOf('B')))).toBe('I ·A ··A1 ··A2');
  });
});
