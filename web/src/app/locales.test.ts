import { describe, expect, it } from 'vitest';

const words = import.meta.glob<Record<string, unknown>>('/src/**/locales/*.json', {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

function leaves(value: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'object' && inner !== null
      ? [...leaves(inner, `${prefix}${key}.`)]
      : [[prefix + key, String(inner)]],
  );
  return new Map(entries);
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

const namespaces = Object.keys(words)
  .filter((path) => path.endsWith('/zh.json'))
  .map((path) => path.replace('/zh.json', ''));

describe.each(namespaces)('%s', (folder) => {
  const zh = leaves(words[`${folder}/zh.json`] ?? {});
  const en = leaves(words[`${folder}/en.json`] ?? {});

  it('has every word in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
  });

  it('says something, with the same gaps, in both', () => {
    for (const [key, text] of zh) {
      expect({ key, isEmpty: text === '' }).toEqual({ key, isEmpty: false });
      expect({ key, gaps: placeholders(en.get(key) ?? '') }).toEqual({
        key,
        gaps: placeholders(text),
      });
    }
  });
});

/** `t('key')` and `t(['ns:key', …])` with a plain key, in the namespace the file uses. */
function usedKeys(source: string): string[] {
  const own =
    /useTranslation\('([\w-]+)'\)/.exec(source)?.[1] ?? /TFunction<'([\w-]+)'>/.exec(source)?.[1];
  if (!own) return [];
  return [...source.matchAll(/\bt\(\[?'([\w:.-]+)'/g)].map(([, key = '']) =>
    key.includes(':') ? key : `${own}:${key}`,
  );
}

it('has the words that the pages ask for', () => {
  const known = new Set(
    namespaces.flatMap((folder) => {
      const name = folder.split('/').at(-2) ?? '';
      return [...leaves(words[`${folder}/zh.json`] ?? {}).keys()].map((key) => `${name}:${key}`);
    }),
  );
  const missing = Object.entries(sources)
    .filter(([path]) => !path.includes('.test.'))
    .flatMap(([path, source]) => usedKeys(source).map((key) => `${path} asks for ${key}`))
    .filter((line) => !known.has(line.split(' asks for ')[1] ?? ''));
  expect(missing).toEqual([]);
});
