import { expect, it } from 'vitest';
import type { Organisation } from '@/api/types';
import { treeOf, withAllBelow } from './tree';

const made = (code: string, parent?: string): Organisation => ({
  code,
  kind: 'department',
  name: { zh: code, en: code },
  version: 1,
  ...(parent && { parent }),
});
const items = [made('SUB', 'STB'), made('STB', 'CITY'), made('CITY'), made('LOST', 'UNSEEN')];

it('hangs each under its parent, by code, and what has no seen parent at the top', () => {
  const [city, lost] = treeOf(items);
  expect(city?.organisation.code).toBe('CITY');
  expect(city?.children[0]?.children[0]?.organisation.code).toBe('SUB');
  expect(lost?.organisation.code).toBe('LOST');
});

it('knows all that stands below', () => {
  expect([...withAllBelow(items, 'CITY')]).toEqual(['CITY', 'STB', 'SUB']);
  expect([...withAllBelow(items, 'SUB')]).toEqual(['SUB']);
});
