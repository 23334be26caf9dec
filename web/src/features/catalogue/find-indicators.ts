import type { Indicator } from './types';

/** What is looked for; an empty word narrows nothing. */
export interface Wanted {
  words: string;
  owner: string;
  frequency: string;
  class: string;
  withRetired: boolean;
}

export function wantedFrom(search: URLSearchParams): Wanted {
  return {
    words: search.get('find') ?? '',
    owner: search.get('owner') ?? '',
    frequency: search.get('frequency') ?? '',
    class: search.get('class') ?? '',
    withRetired: search.has('retired'),
  };
}

/** The indicators that have every word in name or code and are of the kinds asked for. */
export function found(indicators: readonly Indicator[], wanted: Wanted): Indicator[] {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return indicators.filter((it) => {
    const text = `${it.code} ${it.name.zh} ${it.name.en}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!wanted.owner || it.owner === wanted.owner) &&
      (!wanted.frequency || it.frequency === wanted.frequency) &&
      (!wanted.class || it.class === wanted.class) &&
      (wanted.withRetired || !it.retired_at)
    );
  });
}
