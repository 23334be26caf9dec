/** `?as_of=2026-01-05`, or a moment: what is shown is what was known then. */
export function readAsOf(search: URLSearchParams): string | null {
  return search.get('as_of');
}

/** Whether it is a whole day, which ends where the strategy is. */
export function isDay(asOf: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(asOf);
}
