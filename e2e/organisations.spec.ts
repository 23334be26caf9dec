import { choose } from './support/choose.ts';
import { City } from './support/city.ts';
import { lookInBoth } from './support/look.ts';
import { expect, test } from './support/test.ts';

let city: City;

test.describe.configure({ mode: 'serial' });
test.use({ expectedFaults: /40[134]|412/ });
test.beforeAll(async ({ playwright }) => {
  city = await City.setUp(playwright);
  await city.addOrganisation('GULOU', '鼓楼街道', 'Gulou', '330203');
  await city.addOrganisation('WANGCHUN', '望春街道', 'Wangchun', '330203');
  await city.addOrganisation('JIEFANG', '解放街道', 'Jiefang', '330205');
});
test.afterAll(() => city?.stop());

test('an organisation is moved, merged and closed', async ({ browser }) => {
  const reporter = await city.person({
    login: 'he.ping',
    name: '何平',
    role: 'reporter',
    place: '330203',
  });
  const page = await city.system.inBrowser(browser, city.server.url);

  await page.goto('/admin/organisations/WANGCHUN');
  await choose(page, '上级', '江北区');
  await page.getByRole('button', { name: '调整隶属' }).click();
  await expect(page.getByRole('link', { name: '330205' })).toBeVisible();
  await expect(page.getByText('已保存。')).toBeVisible();

  await page.goto('/admin/organisations/330203');
  await expect(page.getByRole('button', { name: '合并' })).toBeDisabled();
  await choose(page, '并入', '江北区');
  const meaning = page.getByRole('status').filter({ hasText: '意味着' });
  await expect(meaning).toContainText('直属的 1 个未撤销下级改隶江北区');
  await expect(meaning).toContainText('在海曙区担任的角色随之终止');
  await lookInBoth(page, 'organisations-merge');
  await page.getByRole('button', { name: '合并' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '合并' }).click();
  await expect(page.getByText(/已并入/)).toBeVisible();
  await expect(page.getByRole('button', { name: '保存' })).toHaveCount(0);
  await lookInBoth(page, 'organisations-merged');
  expect((await reporter.request.get('/api/v1/me')).status()).toBe(401);
  await page.getByRole('main').getByRole('link', { name: '330205' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '江北区' })).toBeVisible();

  await page.goto('/admin/organisations');
  await expect(page.getByRole('link', { name: '鼓楼街道' })).toBeVisible();
  await expect(page.getByRole('link', { name: '海曙区' })).toHaveCount(0);
  await page.getByRole('link', { name: '解放街道' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: '撤销' })).toHaveCount(0);
  await page.goto('/admin/organisations?closed=1');
  await expect(page.getByRole('listitem').filter({ hasText: '解放街道' }).last()).toContainText(
    '已撤销',
  );
});

test('what was typed outlives the change of somebody faster', async ({ browser }) => {
  const page = await city.system.inBrowser(browser, city.server.url);
  await page.goto('/admin/organisations/GULOU');
  await page.getByLabel('中文名称').fill('鼓楼新街道');
  const path = '/api/v1/organisations/GULOU';
  const { version } = await city.system.get<{ version: number }>(path);
  await city.system.patch(path, { kind: 'zone' }, version);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText('内容已被他人修改');
  await page.getByRole('button', { name: '重新载入' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByLabel('中文名称')).toHaveValue('鼓楼新街道');
  await page.getByLabel('中文名称').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '鼓楼新街道' })).toBeVisible();
  // The kind that somebody else chose has stayed.
  await expect(page.getByText(/GULOU · 园区/)).toBeVisible();
});
