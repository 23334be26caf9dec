import { expect, test } from './support/test.ts';

test('the page is Chinese first, English on switch, and stays so', async ({ page, api }) => {
  const { node, rows } = await api.leagueTable();
  await page.goto(`/${await api.strategy()}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/lang=en/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(node.name.en);
  await page.getByRole('link', { name: rows[0]?.unit.name.en, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Scores by dimension' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
