import type { Browser, Page } from '@playwright/test';
import { lookInBoth } from './support/look.ts';
import { type City, startWithSignOn } from './support/sign-on.ts';
import { expect, test } from './support/test.ts';

const PORT = Number(process.env['YANZHI_E2E_PORT'] ?? 18080) + 2;
const PASSWORD = 'a password of the provider';

let city: City;

// One city for all of them.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  city = await startWithSignOn(PORT);
});
test.afterAll(() => city?.stop());

/** The browser of somebody who has never been here. */
async function newcomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: city.url, locale: 'zh-CN' });
  return context.newPage();
}

/** Goes to the provider by the button, and says there who one is. */
async function signOn(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: '使用统一身份认证登录' }).click();
  await expect(page.getByRole('heading', { name: 'City sign-on' })).toBeVisible();
  expect(page.url()).toContain(city.issuer);
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('to the provider and back, with organisation and role, and out again', async ({ browser }) => {
  const page = await newcomer(browser);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?back=%2Faccount/);
  await lookInBoth(page, 'sign-on-offered');
  await signOn(page, 'wang.wei');
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('heading', { level: 1, name: '王伟' })).toBeVisible();
  await expect(page.getByText('填报员').first()).toBeVisible();
  await expect(page.getByText('（当前）')).toBeVisible();
  await lookInBoth(page, 'sign-on-account');
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?back=%2Faccount/);
});

test('somebody without an organisation is told what is missing and who can help', async ({
  browser,
}) => {
  const page = await newcomer(browser);
  await page.goto('/sign-in');
  await signOn(page, 'no.place');
  await expect(page).toHaveURL(/\/sign-in\?refused=sign-on-organisation$/);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('没有说明您所属的组织机构');
  await expect(refusal).toContainText('管理员');
  await lookInBoth(page, 'sign-on-refused');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?back=/);
});

test('somebody who cancels at the provider is back where they can choose again', async ({
  browser,
}) => {
  const page = await newcomer(browser);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '使用统一身份认证登录' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('取消');
  await expect(page.getByLabel('用户名')).toBeVisible();
});
