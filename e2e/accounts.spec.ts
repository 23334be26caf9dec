import { choose } from './support/choose.ts';
import { City, PASSWORD, type Person } from './support/city.ts';
import { lookInBoth } from './support/look.ts';
import { expect, test } from './support/test.ts';

let city: City;

test.describe.configure({ mode: 'serial' });
// Refusals are part of the story: the browser names each of them.
test.use({ expectedFaults: /40[134]|412/ });
test.beforeAll(async ({ playwright }) => {
  city = await City.setUp(playwright);
});
test.afterAll(() => city?.stop());

interface Account {
  name: string;
  version: number;
}

const address = ({ id }: Person) => `/api/v1/accounts/${id}`;

test('whoever is slower is told so, and loses nothing that was typed', async ({ browser }) => {
  const person = await city.person({ login: 'chen.jing', name: '陈静', place: '330203' });
  const page = await city.system.inBrowser(browser, city.server.url);
  await page.goto(`/admin/accounts/${person.id}`);
  const name = page.getByRole('textbox', { name: '姓名' });
  await name.fill('陈静怡');
  // Meanwhile somebody else was faster.
  const seen = await city.system.get<Account>(address(person));
  await city.system.patch(address(person), { name: '陈晶' }, seen.version);
  await page.getByRole('button', { name: '保存' }).click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('内容已被他人修改');
  await lookInBoth(page, 'accounts-changed-meanwhile');
  await page.getByRole('button', { name: '重新载入' }).click();
  await expect(problem).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('陈晶');
  await expect(name).toHaveValue('陈静怡');

  // Seen and decided anew, by keyboard alone.
  await name.press('Enter');
  await expect(page.getByText('已保存。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('陈静怡');
  await choose(page, '组织机构', '江北区');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/chen\.jing · 江北区/)).toBeVisible();
  await lookInBoth(page, 'accounts-edited');
});

test('an account is disabled, and another second factor is asked for', async ({ browser }) => {
  const person = await city.person({ login: 'zhou.lei', name: '周磊', withFactor: true });
  const page = await city.system.inBrowser(browser, city.server.url);
  await page.goto(`/admin/accounts/${person.id}`);
  await page.getByRole('button', { name: '重置第二验证因素' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '重置第二验证因素' }).click();
  await expect(page.getByText('第二验证因素已重置')).toBeVisible();
  await expect(page.getByText(/未启用第二验证因素/)).toBeVisible();
  expect((await person.request.get('/api/v1/me')).status()).toBe(401);

  await person.signIn();
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await expect(page.getByText('账号已停用。')).toBeVisible();
  await expect(page.getByText(/已停用/).first()).toBeVisible();
  expect((await person.request.get('/api/v1/me')).status()).toBe(401);
  const refused = await person.request.post('/api/v1/session', {
    data: { login: person.login, password: PASSWORD },
  });
  expect(refused.status()).toBe(422);
});

test('accounts that nobody has used are found', async ({ browser }) => {
  const page = await city.system.inBrowser(browser, city.server.url);
  await page.goto('/admin/accounts');
  await expect(page.getByRole('rowheader', { name: /李娜/ })).toBeVisible();
  await choose(page, '未使用', '90 天以上');
  await expect(page).toHaveURL(/unused=90/);
  await expect(page.getByText(/共 0 个：此期间无人登录/)).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(0);
  await lookInBoth(page, 'accounts-unused');
});

test('a token is made and taken back, and another session is ended', async ({ browser }) => {
  const person = await city.person({ login: 'sun.yue', name: '孙悦', role: 'viewer' });
  const elsewhere = await city.again(person);
  const page = await person.inBrowser(browser, city.server.url);
  await page.goto('/account');
  await page.getByText('创建令牌').first().click();
  await page.getByLabel('用途').fill('每周导出');
  await choose(page, '可以做的事', '查看组织机构');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '创建令牌' }).click();
  await expect(page.getByText('令牌只显示这一次')).toBeVisible();
  const token = await page.locator('code').innerText();
  const headers = { authorization: `Bearer ${token}` };
  const asks = () => fetch(`${city.server.url}/api/v1/organisations`, { headers });
  expect((await asks()).status).toBe(200);
  await lookInBoth(page, 'accounts-token');
  await page.getByRole('button', { name: '撤销令牌：每周导出' }).click();
  await expect(page.getByText('还没有令牌。')).toBeVisible();
  expect((await asks()).status).toBe(401);

  expect((await elsewhere.request.get('/api/v1/me')).status()).toBe(200);
  await page.getByRole('button', { name: /^结束会话/ }).first().click();
  await expect(page.getByRole('button', { name: /^结束会话/ })).toHaveCount(0);
  expect((await elsewhere.request.get('/api/v1/me')).status()).toBe(401);
  expect((await person.request.get('/api/v1/me')).status()).toBe(200);
});

test('name and language stay with the account', async ({ browser }) => {
  const person = await city.person({ login: 'lin.fang', name: '林芳', role: 'viewer' });
  const page = await person.inBrowser(browser, city.server.url);
  await page.goto('/account');
  await page.getByRole('textbox', { name: '姓名' }).fill('林芳菲');
  await choose(page, '界面语言', 'English');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: 'Name and language' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '林芳菲' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /中文/ }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: '姓名与语言' })).toBeVisible();
  await lookInBoth(page, 'accounts-own');

  // Another browser, which has never been here, speaks Chinese until she signs in.
  const context = await browser.newContext({ baseURL: city.server.url, locale: 'zh-CN' });
  const fresh = await context.newPage();
  await fresh.goto('/sign-in');
  await fresh.getByLabel('用户名').fill(person.login);
  await fresh.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await fresh.keyboard.press('Enter');
  await expect(fresh.getByRole('heading', { name: 'Name and language' })).toBeVisible();
});

test('the rules for a password stand where one is chosen', async ({ browser }) => {
  const invited = await city.system.post<{ link: string }>('/api/v1/accounts', {
    login: 'gao.yuan',
    name: '高远',
    organisation: '330203',
  });
  const context = await browser.newContext({ baseURL: city.server.url, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(invited.link);
  await expect(page.getByText(/至少 12 个字符/)).toBeVisible();
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByText(/At least 12 characters/)).toBeVisible();
});
