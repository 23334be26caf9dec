export const MOST_PEERS = 3;

/** `peers=330203,330212` in the address: known codes, each once, not the unit itself. */
export function readPeers(value: string | null, unit: string): string[] {
  const codes = (value ?? '').split(',').filter((code) => code !== '' && code !== unit);
  return [...new Set(codes)].slice(0, MOST_PEERS);
}

export function writePeers(codes: readonly string[]): string | null {
  return codes.length > 0 ? codes.join(',') : null;
}
