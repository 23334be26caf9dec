import type { RunInfo } from '@/api/types';

export type MethodStep = Readonly<Record<string, unknown>>;

export function methodSteps(run: RunInfo): MethodStep[] {
  const { steps } = run.method as { steps?: unknown };
  return Array.isArray(steps) ? (steps as MethodStep[]) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a step, beside its rule or among its parameters. */
export function stepField(step: MethodStep, name: string): unknown {
  const { parameters } = step;
  return step[name] ?? (isRecord(parameters) ? parameters[name] : undefined);
}

export function stepNumber(step: MethodStep, name: string): number | null {
  const value = stepField(step, name);
  return typeof value === 'number' ? value : null;
}

export function stepWord(step: MethodStep, name: string): string | null {
  const value = stepField(step, name);
  return typeof value === 'string' ? value : null;
}

/** What a step says of single indicators. */
export function stepIndicators(step: MethodStep): [string, Record<string, unknown>][] {
  const value = stepField(step, 'indicators');
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] =>
    isRecord(entry[1]),
  );
}

/** A list of words, such as the units that are left out. */
export function stepList(step: MethodStep, name: string): string[] {
  const value = stepField(step, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A list of tables, such as bands or bonus items. */
export function stepTables(step: MethodStep, name: string): Record<string, unknown>[] {
  const value = stepField(step, name);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Rules given for single levels of the framework, 0 being the index. */
export function stepLevels(step: MethodStep): { level: number; rule: string }[] {
  const value = stepField(step, 'levels');
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .filter((item) => typeof item['level'] === 'number' && typeof item['rule'] === 'string')
    .map((item) => ({ level: Number(item['level']), rule: String(item['rule']) }));
}

/** Whether values above the cap are cut off. */
export function isCapped(step: MethodStep): boolean {
  return stepNumber(step, 'cap') !== null && stepField(step, 'capped') !== false;
}

/** The rules of a step with the count of indicators each is given to; its own rule comes first, for all others. */
export function stepRules(step: MethodStep): { rule: string; count: number | null }[] {
  const general = stepWord(step, 'rule');
  const counts = new Map<string, number>();
  for (const [, given] of stepIndicators(step)) {
    const { rule } = given;
    if (typeof rule === 'string' && rule !== general) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const own = [...counts].map(([rule, count]) => ({ rule, count }));
  return general === null ? own : [{ rule: general, count: null }, ...own];
}
