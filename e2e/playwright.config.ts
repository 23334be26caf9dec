import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env['YANZHI_E2E_PORT'] ?? 18080);

/** A server that already runs may be given; else the demonstration is started on an empty folder. */
const running = process.env['YANZHI_E2E_URL'];
const baseURL = running ?? `http://127.0.0.1:${port}`;

function demonstration(): string {
  const given = process.env['YANZHI_E2E_COMMAND'];
  if (given) return given;
  const target = process.env['CARGO_TARGET_DIR'] ?? path.resolve(import.meta.dirname, '../target');
  const data = mkdtempSync(path.join(tmpdir(), 'yanzhi-e2e-'));
  return `"${path.join(target, 'debug/yanzhi')}" demo --listen 127.0.0.1:${port} --data-dir "${data}"`;
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env['CI'] ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    baseURL,
    acceptDownloads: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: demonstration(),
          // The demonstration finds its pack from the top of the checkout.
          cwd: path.resolve(import.meta.dirname, '..'),
          url: `${baseURL}/readyz`,
          timeout: 120_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        },
      }),
});
