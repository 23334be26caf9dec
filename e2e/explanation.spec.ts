import { expect, test } from './support/test.ts';

const points = (text: string) => Number(text.trim().replace('\u2212', '-'));

test('a score opens to contributions that add up to it, down to the figure as reported', async ({
  page,
  api,
}) => {
  const { rows, node } = await api.leagueTable();
  const [row] = rows;
  await page.goto(`/${await api.strategy()}`);
  await page.getByRole('link', { name: `${row?.unit.name.zh}，${node.name.zh}` }).click();
  await expect(page).toHaveURL(new RegExp(`explain=${row?.unit.code}`));
  const panel = page.getByRole('dialog', { name: '得分构成' });
  const parts = panel.locator('ul').first().locator(':scope > li > button');
  await expect(parts).not.toHaveCount(0);

  const given = await parts.evaluateAll((buttons) =>
    buttons.map((button) => button.children[2]?.textContent ?? ''),
  );
  const sum = given.map(points).reduce((total, value) => total + value, 0);
  expect(Math.abs(sum - (row?.score ?? 0))).toBeLessThan(0.005 * (given.length + 1));
  await expect(panel.getByText('合计，即得分')).toBeVisible();

  await parts.first().click();
  const inner = panel.locator('ul ul').first().locator(':scope > li > button');
  await inner.first().click();
  await expect(panel.getByText('数据状态').first()).toBeVisible();
  await expect(panel.getByRole('list', { name: '从上报值到得分' }).first()).toContainText(
    '标准化之后',
  );

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/explain=/);
});

test('an explanation can be sent as an address', async ({ page, api }) => {
  const { rows, children } = await api.leagueTable();
  const [row] = rows;
  const [dimension] = children;
  await page.goto(
    `/${await api.strategy()}/units/${row?.unit.code}?explain=${row?.unit.code}~${dimension?.code}`,
  );
  const panel = page.getByRole('dialog', { name: '得分构成' });
  await expect(panel.getByRole('heading', { name: dimension?.name.zh })).toBeVisible();
});
