import { expect, test } from './support/test.ts';

test.use({ expectedFaults: /Failed to load resource/ });

test('an unknown strategy is said so, in either language, with a way on', async ({ page, api }) => {
  await page.goto('/nowhere');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('nowhere');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByText('You may go to:')).toBeVisible();
  await page.locator(`main a[href="/${await api.strategy()}"]`).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('an unknown unit, indicator and node are each said so', async ({ page, api }) => {
  const strategy = await api.strategy();
  for (const address of [
    `/${strategy}/units/NOBODY`,
    `/${strategy}/indicators/NOTHING`,
    `/${strategy}?node=NO_NODE`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('alert'), address).toContainText(/NOBODY|NOTHING|NO_NODE/);
  }
});

test('a server out of reach is said so, and asking again helps', async ({ page, api }) => {
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.goto(`/${await api.strategy()}`);
  await expect(page.getByRole('alert')).toContainText('连接不上服务器', { timeout: 20_000 });
  await page.unroute('**/api/v1/**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});
