import { addresses, inLanguage } from './support/addresses.ts';
import { expect, test } from './support/test.ts';

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  expectedFaults: /404/,
});

test('no page scrolls sideways on a phone', async ({ page, api }) => {
  for (const [name, address] of await addresses(api)) {
    for (const language of ['zh', 'en']) {
      await page.goto(inLanguage(address, language), { waitUntil: 'networkidle' });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, `${name} in ${language}`).toBe(0);
    }
  }
});

test('standings are cards that lead on as the table does', async ({ page, api }) => {
  const { rows } = await api.leagueTable();
  const [row] = rows;
  await page.goto(`/${await api.strategy()}`);
  const card = page
    .getByRole('listitem')
    .filter({ hasText: row?.unit.name.zh ?? '' })
    .first();
  await expect(card).toContainText(row?.score?.toFixed(2) ?? '');
  await card.getByText('各项得分').click();
  await expect(card.getByRole('link')).toHaveCount(row ? row.children.length + 2 : 0);
  await card.getByRole('link', { name: row?.unit.name.zh, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(row?.unit.name.zh ?? '');
});
