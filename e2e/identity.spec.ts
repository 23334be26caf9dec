import type { Browser, Page } from '@playwright/test';
import { choose } from './support/choose.ts';
import { type FreshServer, startFresh } from './support/fresh-server.ts';
import { lookInBoth } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { totp } from './support/totp.ts';

const PORT = Number(process.env['YANZHI_E2E_PORT'] ?? 18080) + 1;
const PASSWORD = '晨雾里的七座石桥与两只渡船';

let server: FreshServer;

test.describe.configure({ mode: 'serial' });
// Refusals are part of the story: the browser names each of them.
test.use({ expectedFaults: /40[134]|422|412/ });
test.setTimeout(480_000);
test.beforeAll(async () => {
  server = await startFresh({ port: PORT });
});
test.afterAll(() => server?.stop());

/** A browser of somebody else, who is not signed in. */
async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

/** The key of the second factor, once it is set up on the page shown. */
async function setUpSecondFactor(page: Page, name: string): Promise<string> {
  await page.getByLabel('当前密码').first().fill(PASSWORD);
  await page.getByRole('button', { name: '设置第二验证因素' }).click();
  await expect(page.getByRole('img', { name: '验证器应用的二维码' })).toBeVisible();
  const key = await page.locator('code').first().innerText();
  await lookInBoth(page, `identity-${name}-enrolment`);
  await page.getByLabel('应用显示的验证码').fill(totp(key));
  await page.getByRole('button', { name: '确认' }).click();
  await expect(page.getByText('恢复码只显示这一次')).toBeVisible();
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText('登录时需要验证码。')).toBeVisible();
  return key;
}

async function signIn(page: Page, login: string, key?: string): Promise<void> {
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  if (!key) return;
  // The code of this step was used when the factor was set up; the next one counts as well.
  await page.getByLabel('验证码').fill(totp(key, 1));
  await page.getByRole('button', { name: '确认' }).click();
}

/** Takes a link up in a browser of its own. */
async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: `${name}，欢迎` })).toBeVisible();
  await lookInBoth(page, 'identity-invitation');
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await expect(page.getByText('密码已设置，您已登录。')).toBeVisible();
}

/** Invites somebody into the city, from the list of accounts. */
async function invite(page: Page, name: string, login: string): Promise<void> {
  await page.goto('/admin/accounts');
  await page.getByText('邀请新成员').click();
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('用户名').fill(login);
  await page.getByRole('combobox', { name: '组织机构' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
}

/** Grants a role in the person's own organisation, from the list of accounts. */
async function grant(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByText('授予角色').first().click();
  await choose(page, '角色', role);
  await page.getByRole('button', { name: '授予角色' }).click();
  await expect(page.getByRole('rowheader', { name: role })).toBeVisible();
}

test('from the first start to sessions that are ended', async ({ browser }) => {
  const system = await another(browser);
  await system.goto('/sign-in');
  await expect(system).toHaveURL(/\/setup$/);
  await lookInBoth(system, 'identity-setup');
  await system.getByLabel('一次性代码').fill(server.code);
  const [ownName, securityName] = await system.getByLabel('姓名').all();
  const [ownLogin, securityLogin] = await system.getByLabel('用户名').all();
  await ownName?.fill('王伟');
  await ownLogin?.fill('wang.wei');
  await securityName?.fill('李娜');
  await securityLogin?.fill('li.na');
  await system.getByLabel('密码').fill('short');
  await system.getByRole('button', { name: '设置平台' }).click();
  await expect(system.getByRole('alert')).toContainText('密码');
  await system.getByLabel('密码').fill(PASSWORD);
  await system.getByRole('button', { name: '设置平台' }).click();
  await expect(system.getByRole('heading', { name: '平台已设置' })).toBeVisible();
  const securityLink = await system.locator('code').innerText();

  const security = await another(browser);
  await accept(security, securityLink, '李娜');
  await setUpSecondFactor(security, 'security');

  await system.getByRole('link', { name: '登录' }).last().click();
  await lookInBoth(system, 'identity-sign-in');
  await signIn(system, 'wang.wei');
  await expect(system.getByRole('heading', { level: 1, name: '王伟' })).toBeVisible();
  await expect(system.getByText('系统管理员（未生效）')).toBeVisible();
  const key = await setUpSecondFactor(system, 'system');
  await system.getByRole('link', { name: '管理' }).click();

  await invite(system, '陈静', 'chen.jing');
  const reporterLink = await system.locator('code').first().innerText();
  await expect(system.getByRole('link', { name: '陈静' })).toBeVisible();
  await lookInBoth(system, 'identity-accounts');

  const reporter = await another(browser);
  await accept(reporter, reporterLink, '陈静');

  await security.getByRole('link', { name: '管理' }).click();
  await grant(security, '陈静', '填报员');
  await lookInBoth(security, 'identity-account');

  // The grant ended the reporter's session: they sign in and come back, and are told what is missing.
  await reporter.goto('/admin/accounts');
  await expect(reporter).toHaveURL(/\/sign-in\?back=/);
  await signIn(reporter, 'chen.jing');
  await expect(reporter).toHaveURL(/\/admin\/accounts$/);
  const refusal = reporter.getByRole('alert');
  await expect(refusal).toContainText('查看账号');
  await expect(refusal).toContainText('安全管理员');
  await lookInBoth(reporter, 'identity-refused');

  await system.getByRole('button', { name: '退出' }).click();
  await expect(system).toHaveURL(/\/sign-in/);
  await signIn(system, 'wang.wei', key);
  await expect(system.getByRole('heading', { level: 1, name: '王伟' })).toBeVisible();
  await lookInBoth(system, 'identity-my-account');
  await system.goto('/admin/accounts');
  await system.getByRole('link', { name: '陈静' }).click();
  await system.getByRole('button', { name: '结束全部会话' }).click();
  await system.locator('.ant-popconfirm').getByRole('button', { name: '结束全部会话' }).click();
  await expect(system.getByText('会话已全部结束。')).toBeVisible();
  await reporter.goto('/account');
  await expect(reporter).toHaveURL(/\/sign-in\?back=%2Faccount/);

  await invite(system, '赵敏', 'zhao.min');
  const auditorLink = await system.locator('code').first().innerText();
  const auditor = await another(browser);
  await accept(auditor, auditorLink, '赵敏');
  await security.goto('/admin/accounts');
  await grant(security, '赵敏', '审计员');
  await auditor.goto('/account');
  await signIn(auditor, 'zhao.min');
  await expect(auditor.getByText('审计员（未生效）')).toBeVisible();
  await setUpSecondFactor(auditor, 'auditor');
  await auditor.goto('/admin/audit');
  await expect(auditor.getByRole('rowheader').first()).toBeVisible();
  await choose(auditor, '结果', '被拒绝');
  await expect(auditor.getByRole('cell', { name: /被拒绝/ }).first()).toBeVisible();
  await expect(auditor).toHaveURL(/outcome=refused/);
  await lookInBoth(auditor, 'identity-audit');
  const file = auditor.waitForEvent('download');
  await auditor.getByRole('button', { name: '导出 CSV' }).click();
  expect((await file).suggestedFilename()).toBe('audit.csv');

  await security.goto('/admin/access?action=audit.read&organisation=330200');
  await expect(security.getByRole('rowheader', { name: /赵敏/ })).toBeVisible();
  await lookInBoth(security, 'identity-access');

  await system.goto('/admin/organisations');
  await expect(system.getByRole('heading', { level: 1, name: '组织机构' })).toBeVisible();
  await lookInBoth(system, 'identity-organisations');
  await system.getByRole('link', { name: '海曙区' }).click();
  await system.getByLabel('中文名称').fill('海曙新区');
  await system.getByRole('button', { name: '保存' }).click();
  await expect(system.getByRole('heading', { level: 1, name: '海曙新区' })).toBeVisible();
  await expect(system.getByRole('rowheader')).toHaveText(['海曙新区', '海曙区']);
  await lookInBoth(system, 'identity-organisation');
});
