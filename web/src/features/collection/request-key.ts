/** A new key for something that is done once however often it is sent. */
export function newRequestKey(): string {
  // `randomUUID` is missing on plain HTTP, where an intranet may run.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
