const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

type Names = readonly (readonly [RegExp, string])[];

function first(names: Names, agent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(agent))?.[1];
}

/** What a browser calls itself, shortened to what its owner would call it. */
export function browserName(agent: string | null | undefined): string {
  if (!agent) return '—';
  const names = [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean);
  return names.length > 0 ? names.join(' · ') : agent.slice(0, 40);
}
