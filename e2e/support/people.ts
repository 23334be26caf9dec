import { type Browser, expect, type Page } from '@playwright/test';
import type { FreshServer, Invited } from './fresh-server.ts';
import { totp } from './totp.ts';

export const PASSWORD = '晨雾里的七座石桥与两只渡船';

/** Roles that are in force only with a second factor. */
const PROVEN = ['reviewer', 'publisher'];

/** A browser of somebody who was invited, has taken the invitation up and is signed in. */
export async function comeIn(
  browser: Browser,
  server: FreshServer,
  person: Invited,
): Promise<Page> {
  const secret = server.invite(person);
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const { login, role } = person;
  await open(page, server.url, '/api/v1/invitations/accept', { secret, password: PASSWORD });
  await open(page, server.url, '/api/v1/session', { login, password: PASSWORD });
  if (PROVEN.includes(role)) await prove(page, server.url);
  return page;
}

/** What one may send before one is signed in. */
async function open(page: Page, origin: string, path: string, data: object): Promise<void> {
  const answer = await page.request.post(path, { data, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Sends something as the person signed in, past the pages; what the server answers. */
export async function send(
  page: Page,
  origin: string,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const session = await page.request.get('/api/v1/session');
  const { csrf_token: token } = (await session.json()) as { csrf_token: string };
  const answer = await page.request.post(path, {
    data,
    headers: { origin, 'x-csrf-token': token, ...headers },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

/** Sets up the second factor, as an authenticator app would. */
async function prove(page: Page, origin: string): Promise<void> {
  const path = '/api/v1/me/second-factor';
  const { uri } = (await send(page, origin, path, { password: PASSWORD })) as { uri: string };
  const key = new URL(uri).searchParams.get('secret') ?? '';
  await send(page, origin, `${path}/confirm`, { code: totp(key) });
}
