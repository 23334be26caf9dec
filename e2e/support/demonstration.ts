import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { saidBy } from './fresh-server.ts';

const top = path.resolve(import.meta.dirname, '../..');
const target = process.env['CARGO_TARGET_DIR'] ?? path.join(top, 'target');
const program = process.env['YANZHI_E2E_PROGRAM'] ?? path.join(target, 'debug/yanzhi');

export interface Demonstration {
  url: string;
  /** The password of the account of a role. */
  passwordOf: (login: string) => string;
  stop: () => void;
}

/** A demonstration of one's own, with an account a role: for a story that changes what others look at. */
export async function startDemonstration(port: number): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yanzhi-demonstration-'));
  const url = `http://127.0.0.1:${port}`;
  const given = ['demo', '--listen', `127.0.0.1:${port}`, '--data-dir', folder];
  const server = spawn(program, ['--lang', 'en', ...given], {
    cwd: top,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [accounts = ''] = await saidBy(server, server.stderr, /([\s\S]*auditor +\S+[^\n]*\n)/);
  const ready = async (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let attempt = 0; !(await ready()); attempt += 1) {
    if (attempt > 300) throw new Error('the demonstration does not begin');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const passwordOf = (login: string) => {
    const found = new RegExp(`^ +${login} +(\\S+)`, 'm').exec(accounts)?.[1];
    if (!found) throw new Error(`there is no account ${login}`);
    return found;
  };
  return { url, passwordOf, stop: () => server.kill('SIGTERM') };
}

/** Signs in as the account of a role and goes to a page. */
export async function signInAs(
  page: Page,
  demonstration: Demonstration,
  login: string,
  address: string,
): Promise<void> {
  await page.goto(`${demonstration.url}/sign-in?back=${encodeURIComponent(address)}`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(demonstration.passwordOf(login));
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname === address);
}
