import { expect, test } from './support/test.ts';

test('the site is usable with the keyboard alone', async ({ page, api }) => {
  const { rows } = await api.leagueTable();
  await page.goto(`/${await api.strategy()}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');

  const score = page.getByRole('link', { name: new RegExp(`^${rows[0]?.unit.name.zh}，`) }).first();
  for (
    let step = 0;
    step < 60 && !(await score.evaluate((link) => link === document.activeElement));
    step++
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(score).toBeFocused();
  const outline = await score.evaluate((link) => getComputedStyle(link).outlineWidth);
  expect(Number.parseFloat(outline), 'focus is seen').toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Enter');

  const panel = page.getByRole('dialog', { name: '得分构成' });
  await expect(panel.getByText('合计，即得分')).toBeVisible();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const isKept = await panel.evaluate(
      (dialog) =>
        dialog.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(isKept, `focus does not reach the page behind, step ${step}`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(score).toBeFocused();
});
