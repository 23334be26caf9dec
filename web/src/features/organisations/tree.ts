import type { Organisation } from '@/api/types';

export interface Branch {
  organisation: Organisation;
  children: Branch[];
}

/** The tree that a list makes; what stands under something unseen stands at the top. */
export function treeOf(items: readonly Organisation[]): Branch[] {
  const known = new Set(items.map(({ code }) => code));
  const parentOf = ({ parent }: Organisation) => (parent && known.has(parent) ? parent : '');
  const branches = (parent: string): Branch[] =>
    items
      .filter((item) => parentOf(item) === parent)
      .toSorted((one, other) => one.code.localeCompare(other.code, 'en'))
      .map((organisation) => ({ organisation, children: branches(organisation.code) }));
  return branches('');
}

/** An organisation and all that stands below it: none of them can be moved under another of them. */
export function withAllBelow(items: readonly Organisation[], code: string): Set<string> {
  const found = new Set([code]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const item of items) if (item.parent && found.has(item.parent)) found.add(item.code);
  }
  return found;
}
