import type { Browser, Page } from '@playwright/test';
import { type Demonstration, signInAs, startDemonstration } from './support/demonstration.ts';
import { lookInBoth } from './support/look.ts';
import { expect, test } from './support/test.ts';

const PORT = Number(process.env['YANZHI_E2E_PORT'] ?? 18080) + 3;

let demonstration: Demonstration;

test.describe.configure({ mode: 'serial' });
// A version that two people save, and one that is not there, are part of the story.
test.use({ expectedFaults: /412|404/ });
test.setTimeout(480_000);
test.beforeAll(async () => {
  demonstration = await startDemonstration(PORT);
});
test.afterAll(() => demonstration?.stop());

async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: demonstration.url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const effective = (page: Page, name: string) => row(page, name).getByRole('cell').last();
const saved = (page: Page) => page.getByText('已保存', { exact: true });

test('from a copy of the framework to the next league table', async ({ browser }) => {
  const analyst = await another(browser);
  await signInAs(analyst, demonstration, 'analyst', '/ningbo/catalogue');
  await expect(row(analyst, '2023-example')).toContainText('正在使用');
  await lookInBoth(analyst, 'catalogue-versions');

  await analyst.getByText('新建草稿').click();
  await analyst.getByLabel('新版本号').fill('2024');
  await analyst.getByRole('button', { name: '开始编辑' }).click();
  await expect(analyst.getByRole('heading', { level: 1, name: '版本 2024' })).toBeVisible();
  await expect(analyst.getByText('没有发现问题，可以发布。')).toBeVisible();

  // A weight: effective weights follow as one types.
  const weight = analyst.getByLabel('创新治理力 的权重');
  await expect(weight).toHaveValue('20');
  await expect(effective(analyst, '创新治理力')).toHaveText('20.00%');
  await weight.fill('60');
  await expect(effective(analyst, '创新治理力')).toHaveText('42.86%');
  await expect(row(analyst, '创新指数')).toContainText('合计 140 !');
  await expect(saved(analyst)).toBeVisible();
  await expect(analyst.getByText(/下级权重之和为 140/)).toBeVisible();

  // By keyboard: a dimension up, an indicator out of its dimension; taking one step back.
  const handle = analyst.getByRole('button', { name: /拖动 财政科技支出占一般公共预算支出比重/ });
  await handle.focus();
  await analyst.keyboard.press('Alt+ArrowLeft');
  await expect(analyst.getByText(/已移到 创新指数/)).toBeAttached();
  await analyst.getByRole('button', { name: '撤销' }).click();
  await handle.focus();
  await analyst.keyboard.press('Alt+ArrowDown');
  await expect(analyst.getByText(/第 2 位/)).toBeAttached();
  await expect(saved(analyst)).toBeVisible();
  await lookInBoth(analyst, 'catalogue-draft');
  await analyst.reload();
  await expect(analyst.getByLabel('创新治理力 的权重')).toHaveValue('60');
  await expect(analyst.getByText('您编辑过这份草稿')).toHaveCount(0);
  await expect(analyst.getByText('只有发布人员可以发布。')).toBeVisible();

  const publisher = await another(browser);
  await signInAs(publisher, demonstration, 'publisher', '/ningbo/catalogue/frameworks/2024');
  await publisher.getByRole('button', { name: '试算' }).click();
  await expect(publisher.getByText(/按 \d{4} 数据试算/)).toBeVisible();
  await lookInBoth(publisher, 'catalogue-publish');
  await publisher.getByRole('button', { name: '发布' }).click();
  await publisher.locator('.ant-popconfirm').getByRole('button', { name: '发布' }).click();
  await expect(publisher.getByText(/版本 2024 已发布/).or(publisher.getByText('这个版本不再改变'))).toBeVisible();

  const visitor = await another(browser);
  const table = await visitor.request.get(
    `${demonstration.url}/api/v1/strategies/ningbo/league-table`,
  );
  expect(((await table.json()) as { run: { framework_version: string } }).run.framework_version).toBe(
    '2024',
  );
  await visitor.goto('/ningbo/method');
  await expect(visitor.getByText('2024').first()).toBeVisible();

  await analyst.goto('/ningbo/catalogue/frameworks/2024/compare/2023-example');
  await expect(row(analyst, '创新治理力 GOVERNANCE')).toContainText('改权重');
  await expect(row(analyst, '比重 FISCAL_ST_SHARE')).toContainText('调序');
  await lookInBoth(analyst, 'catalogue-comparison');
  await analyst.goto('/ningbo/catalogue/frameworks/2023-example');
  await expect(row(analyst, '创新治理力')).toContainText('20');
  await expect(analyst.getByText('这个版本不再改变')).toBeVisible();
  await lookInBoth(analyst, 'catalogue-published');
});

test('two who edit one draft lose nothing', async ({ browser }) => {
  const first = await another(browser);
  await signInAs(first, demonstration, 'analyst', '/ningbo/catalogue');
  await first.getByText('新建草稿').click();
  await first.getByLabel('新版本号').fill('2025');
  await first.getByRole('button', { name: '开始编辑' }).click();
  const second = await first.context().newPage();
  await second.goto('/ningbo/catalogue/frameworks/2025');
  const weightOf = (page: Page) => page.getByLabel('创新治理力 的权重');
  await expect(weightOf(second)).toBeVisible();
  await weightOf(first).fill('31');
  await expect(saved(first)).toBeVisible();
  await weightOf(second).fill('32');
  await expect(second.getByRole('alert')).toContainText('没有丢失');
  await expect(weightOf(second)).toHaveValue('32');
  await second.getByRole('button', { name: '采用他人的版本' }).click();
  await expect(weightOf(second)).toHaveValue('31');
  await weightOf(second).fill('33');
  await expect(saved(second)).toBeVisible();
  await first.reload();
  await expect(weightOf(first)).toHaveValue('33');
  await first.getByRole('button', { name: '删除草稿' }).click();
  await first.locator('.ant-popconfirm').getByRole('button', { name: '删除草稿' }).click();
  await expect(first).toHaveURL(/\/ningbo\/catalogue$/);
  await expect(row(first, '2025')).toHaveCount(0);
});

test('an indicator is found, changed with a reason, and remembers', async ({ browser }) => {
  const analyst = await another(browser);
  await signInAs(analyst, demonstration, 'analyst', '/ningbo/catalogue/indicators');
  await lookInBoth(analyst, 'catalogue-indicators');
  await analyst.getByLabel('搜索名称或代码').fill('rd_gdp');
  await expect(analyst.getByRole('rowheader')).toHaveCount(1);
  await analyst.getByRole('rowheader').getByRole('link').click();
  await analyst.getByLabel('定义（中文）').fill('新的定义。');
  await analyst.getByLabel('理由').first().fill('统计制度调整');
  await analyst.getByRole('button', { name: '保存' }).click();
  await expect(row(analyst, '第 2 版')).toContainText('统计制度调整');
  await expect(row(analyst, '第 2 版')).toContainText('定义');
  await lookInBoth(analyst, 'catalogue-indicator');
});
