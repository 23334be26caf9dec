import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { LeagueTable } from './support/api.ts';
import { choose } from './support/choose.ts';
import { type FreshServer, startFresh } from './support/fresh-server.ts';
import { comeIn, send } from './support/people.ts';
import { expect, test } from './support/test.ts';

const ROUND = 'annual-2023';
const REPORT = `/ningbo/rounds/${ROUND}/submissions/330203`;

let server: FreshServer;

test.describe.configure({ mode: 'serial' });
test.setTimeout(480_000);
test.beforeAll(async () => {
  server = await startFresh();
});
test.afterAll(() => server?.stop());

/** Holds a page to axe and keeps its picture, wide and narrow, in both languages. */
async function look(page: Page, name: string): Promise<void> {
  for (const language of ['zh', 'en']) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(350);
      const path = `screenshots/collection-${name}-${language}-${width}.png`;
      await page.screenshot({ path, fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
      );
      expect(found, `${name} in ${language} at ${width} px`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    }
    const other = language === 'zh' ? /English/ : /中文/;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: other }).click();
  }
}

/** The one cell of an indicator, in a sheet of a single unit and period. */
function cellOf(page: Page, indicator: string): Locator {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: indicator }) });
  return row.getByRole('gridcell').last();
}

async function pasteAt(page: Page, cell: Locator, block: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await cell.click();
  await page.keyboard.press('Control+v');
}

async function leagueTable(page: Page, asOf?: string): Promise<LeagueTable> {
  const params = { period: '2023', ...(asOf && { as_of: asOf }) };
  const answer = await page.request.get('/api/v1/strategies/ningbo/league-table', { params });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as LeagueTable;
}

function scoreOf({ rows }: LeagueTable, unit: string): number | null | undefined {
  return rows.find((row) => row.unit.code === unit)?.score;
}

/** The score of Haishu as the page writes it. */
function shown(table: LeagueTable): string {
  return (scoreOf(table, '330203') ?? 0).toFixed(2);
}

const INDICATORS = ['基础研究经费占R&D经费比重', '每万人口发明专利拥有量', '规上工业新产品产值率'];

test('from the design of a round to another league table', async ({ browser }) => {
  const analyst = await comeIn(browser, server, {
    login: 'a.lin',
    name: '林安',
    organisation: '330200',
    role: 'analyst',
  });
  const before = await leagueTable(analyst);
  await analyst.goto('/ningbo/rounds');
  await expect(analyst.getByText('还没有填报任务')).toBeVisible();
  await analyst.getByRole('button', { name: '新建任务' }).click();
  await analyst.getByLabel('代码').fill(ROUND);
  await analyst.getByLabel('中文名称').fill('2023年度创新指标更正');
  await analyst.getByLabel('英文名称').fill('Corrections for 2023');
  await analyst.getByLabel('截止时间').fill('2027-01-15T17:00');
  for (const indicator of INDICATORS) await pick(analyst, '指标', indicator);
  await pick(analyst, '单位', '海曙区');
  await analyst.getByRole('combobox', { name: '期别' }).fill('2023');
  await analyst.keyboard.press('Enter');
  await analyst.keyboard.press('Escape');
  await look(analyst, 'new-round');
  await analyst.getByRole('button', { name: '创建任务' }).click();

  await expect(analyst.getByText('共 3 格，由 1 个单位填报')).toBeVisible();
  await expect(analyst.getByText('有 3 格重复采集')).toBeVisible();
  await pick(analyst, '单位', '鄞州区');
  await expect(analyst.getByText('共 6 格，由 2 个单位填报')).toBeVisible();
  await look(analyst, 'design');
  await analyst.getByLabel('重复采集的理由').fill('经济普查后修订');
  await analyst.getByRole('button', { name: '下发' }).click();
  await analyst.locator('.ant-popconfirm').getByRole('button', { name: '下发' }).click();
  await expect(analyst.getByRole('heading', { name: '进度' })).toBeVisible();

  const reporter = await comeIn(browser, server, {
    login: 'h.chen',
    name: '陈静',
    organisation: '330203',
    role: 'reporter',
  });
  await reporter.goto('/workbench');
  await look(reporter, 'workbench');
  await reporter.getByRole('link', { name: /海曙区/ }).click();
  await expect(reporter).toHaveURL(REPORT);
  const [first = '', second = '', third = ''] = INDICATORS;
  await pasteAt(reporter, cellOf(reporter, first), '12.5\r\n约四十\r\n41.2\r\n');
  await expect(reporter.getByText(/^已保存/)).toBeVisible();
  await expect(cellOf(reporter, second)).toContainText('有误');
  await reporter.keyboard.press('Control+z');
  await expect(cellOf(reporter, first)).not.toContainText('12.5');
  await reporter.keyboard.press('Control+y');
  await expect(cellOf(reporter, first)).toContainText('12.5');
  await look(reporter, 'report');
  await reporter.getByRole('button', { name: '有误 1' }).click();
  await reporter.keyboard.type('55.1');
  await reporter.keyboard.press('Enter');
  await expect(reporter.getByText('可以提交')).toBeVisible();
  await handIn(reporter);

  const reviewer = await comeIn(browser, server, {
    login: 'c.sun',
    name: '孙评',
    organisation: '330200',
    role: 'reviewer',
  });
  await reviewer.goto('/workbench');
  await reviewer.getByRole('link', { name: /海曙区/ }).click();
  await cellOf(reviewer, third).click();
  await reviewer.getByRole('button', { name: '退回这一格' }).click();
  await reviewer.getByLabel('退回理由').fill('与统计年鉴不符，请核对');
  await look(reviewer, 'review');
  const earlier = new Date().toISOString();
  await decide(reviewer, '退回 1 格，其余通过');
  await expect(reviewer.getByText('已退回').first()).toBeVisible();
  const between = await leagueTable(reviewer);
  expect(scoreOf(between, '330203')).not.toBe(scoreOf(before, '330203'));

  await reporter.goto('/workbench');
  await expect(reporter.getByRole('heading', { name: /被退回/ })).toBeVisible();
  await reporter.getByRole('link', { name: /海曙区/ }).click();
  await expect(cellOf(reporter, first)).toContainText('锁定');
  await cellOf(reporter, third).click();
  await expect(reporter.getByText('与统计年鉴不符，请核对').first()).toBeVisible();
  await reporter.keyboard.type('39.9');
  await reporter.keyboard.press('Enter');
  await expect(reporter.getByText(/^已保存/)).toBeVisible();
  await handIn(reporter);

  await reviewer.reload();
  await decide(reviewer, '全部通过（1 格）');
  await expect(reviewer.getByText('已通过').first()).toBeVisible();
  await look(reviewer, 'approved');
  const after = await leagueTable(reviewer);
  expect(scoreOf(after, '330203')).not.toBe(scoreOf(between, '330203'));

  expect(scoreOf(await leagueTable(reviewer, earlier), '330203')).toBe(scoreOf(before, '330203'));
  await reviewer.goto(`/ningbo?period=2023&as_of=${encodeURIComponent(earlier)}`);
  const standing = reviewer.getByRole('row').filter({ hasText: '海曙区' });
  await expect(reviewer.getByText('当时已知的数据')).toBeVisible();
  await expect(standing).toContainText(shown(before));
  await look(reviewer, 'as-of');
  await reviewer.getByRole('link', { name: '回到现在' }).click();
  await expect(standing).toContainText(shown(after));

  await analyst.goto(`/ningbo/rounds/${ROUND}`);
  await expect(analyst.getByRole('img', { name: /填报进度/ })).toBeVisible();
  await look(analyst, 'progress');
});

/** Adds one to a list of choices, as a visitor does. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await choose(page, new RegExp(`^${label}`), option);
  await page.keyboard.press('Escape');
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('待审核').first()).toBeVisible();
}

async function decide(page: Page, word: string): Promise<void> {
  await page.getByRole('button', { name: word }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: word }).click();
}

/** When the sheet was first painted, and how long each stroke took to be seen, in milliseconds of the page. */
interface Watched {
  opened: number;
  strokes: number[];
}

/** Runs in the page, before anything else of it. */
function watchPainting(): void {
  const watched: Watched = { opened: 0, strokes: [] };
  Object.assign(globalThis, { watched });
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="gridcell"]')) return;
    observer.disconnect();
    painted((at) => (watched.opened = at));
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener(
    'keydown',
    ({ timeStamp }) => painted((at) => watched.strokes.push(at - timeStamp)),
    { capture: true },
  );
}

function watchedIn(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
}

test('a sheet of 15 indicators and 12 units opens at once and types without lag', async ({
  browser,
}) => {
  const invited = { name: '高原', organisation: '330200', role: 'analyst' };
  const analyst = await comeIn(browser, server, { ...invited, login: 'y.gao' });
  const rounds = '/api/v1/strategies/ningbo/rounds';
  const indicators = (await (
    await analyst.request.get('/api/v1/strategies/ningbo/indicators')
  ).json()) as { items: { code: string; owner?: { code: string } | null }[] };
  const units = (await (await analyst.request.get('/api/v1/strategies/ningbo/units')).json()) as {
    items: { code: string; is_scored: boolean }[];
  };
  const { version } = (await send(analyst, server.url, rounds, {
    code: 'wide-2030',
    title: { zh: '宽表', en: 'A wide sheet' },
    organisation: '330200',
    items: indicators.items
      // One of them is computed from others, and nobody reports it.
      .filter(({ code, owner }) => owner?.code === 'STB' && code !== 'HITECH_FIRMS_PER_10K')
      .slice(0, 15)
      .map(({ code }) => ({ indicator: code, caliber: 'DEMO', reported_by: 'owner' })),
    units: units.items.filter((unit) => unit.is_scored).map(({ code }) => code),
    periods: ['2030'],
    deadline: '2031-01-31',
  })) as { version: number };
  await send(analyst, server.url, `${rounds}/wide-2030/open`, {}, { 'if-match': `"v${version}"` });

  const department = { name: '何工', organisation: 'STB', role: 'reporter' };
  const reporter = await comeIn(browser, server, { ...department, login: 's.he' });
  await reporter.addInitScript(watchPainting);
  const address = '/ningbo/rounds/wide-2030/submissions/STB';
  await reporter.goto(address);
  await expect(reporter.getByText('共 180 格')).toBeVisible();
  const first = await watchedIn(reporter);
  // As from then on: with the files of the pages kept.
  await reporter.goto(address);
  await expect(reporter.getByText('共 180 格')).toBeVisible();
  await reporter.getByRole('gridcell').nth(2).click();
  for (let number = 0; number < 40; number += 1) {
    await reporter.keyboard.type(`${number}.5`);
    await reporter.keyboard.press('Enter');
    if (number % 10 === 9) await reporter.keyboard.press('ArrowRight');
  }
  await expect(reporter.getByText(/^已保存/)).toBeVisible();
  const { opened, strokes } = await watchedIn(reporter);
  const [median, most] = [quantile(strokes, 0.5), quantile(strokes, 0.95)];
  const said = `opened in ${Math.round(opened)} ms (the first time ${Math.round(first.opened)} ms); ${strokes.length} strokes, median ${median} ms, 95 % ${most} ms`;
  test.info().annotations.push({ type: 'measured', description: said });
  process.stdout.write(`15 × 12: ${said}\n`);
  expect(opened).toBeGreaterThan(0);
  expect(strokes.length).toBeGreaterThan(100);
});
