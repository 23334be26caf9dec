import { readFile } from 'node:fs/promises';
import { choose } from './support/choose.ts';
import { expect, test } from './support/test.ts';

const units = 'tbody th[scope="row"] a';

test('the home page leads to the league table, with method, hash and synthetic mark', async ({
  page,
  api,
}) => {
  const table = await api.leagueTable();
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${await api.strategy()}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(table.node.name.zh);
  await expect(page.locator(units)).toHaveText(table.rows.map(({ unit }) => unit.name.zh));
  const provenance = page.getByRole('complementary', { name: '方法与数据' });
  await expect(provenance).toBeInViewport();
  await expect(provenance).toContainText(
    table.run.content_hash.replace(/^sha256:/, '').slice(0, 12),
  );
  await expect(provenance.getByText('演示数据')).toHaveCount(table.is_synthetic ? 1 : 0);
});

test('another period is chosen, kept in the address and undone by going back', async ({
  page,
  api,
}) => {
  const [earliest] = (await api.periods()).toSorted();
  const { rows } = await api.leagueTable(`?period=${earliest}`);
  await page.goto(`/${await api.strategy()}`);
  await choose(page, '时期', `${earliest}年`);
  await expect(page).toHaveURL(new RegExp(`period=${earliest}`));
  await expect(page.locator(units)).toHaveText(rows.map(({ unit }) => unit.name.zh));
  await page.goBack();
  await expect(page).not.toHaveURL(/period=/);
});

test('a dimension is chosen, and its indicators become the columns', async ({ page, api }) => {
  const dimension = (await api.nodes()).find(({ level }) => level === 1);
  const table = await api.leagueTable(`?node=${dimension?.code}`);
  await page.goto(`/${await api.strategy()}`);
  await choose(page, '指数或指标', dimension?.name.zh ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(dimension?.name.zh ?? '');
  for (const child of table.children) {
    await expect(page.getByRole('columnheader', { name: child.name.zh })).toBeVisible();
  }
});

test('rows are sorted by a column, found by name and kept to a group', async ({ page, api }) => {
  const { rows, children } = await api.leagueTable();
  const [column] = children;
  await page.goto(`/${await api.strategy()}`);
  await page.getByRole('button', { name: column?.name.zh }).click();
  const scoreOf = (row: (typeof rows)[number]) =>
    row.children.find(({ node }) => node === column?.code)?.score ?? -1;
  const best = rows.toSorted((one, other) => scoreOf(other) - scoreOf(one))[0];
  await expect(page.locator(units).first()).toHaveText(best?.unit.name.zh ?? '');

  await page.getByRole('searchbox', { name: '查找' }).fill(rows[0]?.unit.name.en ?? '');
  await expect(page.locator(units)).toHaveText([rows[0]?.unit.name.zh ?? '']);
  await page.getByRole('searchbox', { name: '查找' }).fill('');

  const group = (await api.groups()).find(({ code }) =>
    rows.some(({ unit }) => unit.group === code),
  );
  await choose(page, '分组', group?.name.zh ?? '');
  await expect(page.locator(units)).toHaveCount(
    rows.filter(({ unit }) => unit.group === group?.code).length,
  );
});

test('the table is taken along as CSV and as a workbook', async ({ page, api }) => {
  const { rows } = await api.leagueTable();
  await page.goto(`/${await api.strategy()}`);
  const take = async (name: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const file = await waiting;
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };
  const csv = await take('CSV');
  expect(csv.name).toMatch(/\.csv$/);
  const text = csv.content.toString('utf8');
  expect(text.startsWith('\ufeff'), 'a byte order mark for Excel').toBe(true);
  for (const { unit } of rows) expect(text).toContain(unit.name.zh);
  const workbook = await take('Excel');
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.content.subarray(0, 2).toString('latin1'), 'a zip archive').toBe('PK');
});
