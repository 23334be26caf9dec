import { test as base, expect } from '@playwright/test';
import { Api } from './api.ts';

interface Fixtures {
  api: Api;
  /** Faults a page may show in this story, such as the 404 that it is about. */
  expectedFaults: RegExp;
  watch: void;
}

/** Every story also holds that nothing fails unseen and that nothing is fetched from elsewhere. */
export const test = base.extend<Fixtures>({
  api: async ({ request }, use) => {
    await use(new Api(request));
  },
  expectedFaults: [/^$/, { option: true }],
  watch: [
    async ({ page, baseURL, expectedFaults }, use) => {
      const faults: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== home) faults.push(`fetched ${request.url()}`);
      });
      await use();
      const unexpected = faults.filter((fault) => !expectedFaults.test(fault));
      expect(unexpected, 'faults in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
