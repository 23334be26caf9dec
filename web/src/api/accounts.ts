import { client, read } from './client';
import type { components } from './schema';

export type ListedAccount = components['schemas']['ListedAccount'];

/** All accounts that one may see, page by page of the API: a city has hundreds of them, not millions. */
export async function readAccounts(
  signal: AbortSignal,
  query: { unused_days?: number } = {},
): Promise<ListedAccount[]> {
  const page = (after?: string | null) =>
    read(
      client.GET('/api/v1/accounts', {
        params: { query: { ...query, limit: 200, ...(after && { after }) } },
        signal,
      }),
    );
  const first = await page();
  const items = [...first.items];
  let next = first.next;
  while (next) {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const more = await page(next);
    items.push(...more.items);
    next = more.next;
  }
  return items;
}
