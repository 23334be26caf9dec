import { expect, test } from './support/test.ts';

test('an indicator is found in the list and shows definition, ranking and map', async ({
  page,
  api,
}) => {
  const code = await api.indicator();
  const detail = await api.read<{
    indicator: { name: { zh: string }; definition: { zh: string } };
    ranking: { unit: { name: { zh: string }; short_name: { zh: string } }; value_text: string }[];
  }>(`/${await api.strategy()}/indicators/${code}`);
  await page.goto(`/${await api.strategy()}/indicators`);
  await page.getByRole('searchbox', { name: '查找' }).fill(code);
  await page.getByRole('link', { name: detail.indicator.name.zh, exact: true }).click();
  await expect(page.getByText(detail.indicator.definition.zh)).toBeVisible();

  const ranking = page.getByRole('region', { name: '排名' });
  const [first] = detail.ranking;
  await expect(ranking.getByRole('rowheader')).toHaveCount(detail.ranking.length);
  await expect(ranking.getByRole('row').nth(1)).toContainText(first?.value_text ?? '');
  const map = page.getByRole('region', { name: '分布' });
  await expect(
    map
      .getByRole('listitem')
      .filter({ hasText: first?.unit.short_name.zh ?? '' })
      .first(),
  ).toContainText(first?.value_text ?? '');
});

test('real figures of the city name their source as a link', async ({ page, api }) => {
  const code = await api.cityIndicator();
  test.skip(!code, 'the pack has no city figures');
  await page.goto(`/${await api.strategy()}/indicators/${code}`);
  await expect(page.getByText('不计入指数')).toBeVisible();
  const source = page.locator('main section a[target="_blank"]').first();
  await expect(source).toHaveAttribute('href', /^https?:\/\//);
});

test('the method page gives weights that make up the index', async ({ page, api }) => {
  const nodes = await api.nodes();
  await page.goto(`/${await api.strategy()}/method`);
  const table = page.getByRole('table', { name: '指标体系' });
  await expect(table.getByRole('rowheader')).toHaveCount(nodes.length);
  await page.getByLabel('方法的显示方式').getByText('数据', { exact: true }).click();
  await expect(page.getByRole('region', { name: '数据' })).toContainText('"normalise"');
});
