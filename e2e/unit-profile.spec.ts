import { choose } from './support/choose.ts';
import { expect, test } from './support/test.ts';

test('a row opens the profile, and a peer is put beside it and kept in the address', async ({
  page,
  api,
}) => {
  const { rows } = await api.leagueTable();
  const [, unit] = rows;
  const [peer] = rows;
  await page.goto(`/${await api.strategy()}`);
  await page.getByRole('row', { name: unit?.unit.name.zh }).click({ position: { x: 20, y: 8 } });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(unit?.unit.name.zh ?? '');
  await expect(
    page.getByText(unit?.score?.toFixed(2) ?? '', { exact: true }).first(),
  ).toBeVisible();

  await choose(page, /比较对象/, peer?.unit.name.zh ?? '');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`peers=${peer?.unit.code}`));
  const radar = page.getByRole('figure', { name: '维度画像' });
  await radar.getByText('表', { exact: true }).click();
  await expect(radar.getByRole('columnheader', { name: peer?.unit.name.zh })).toBeVisible();
  await expect(radar.getByRole('row')).toHaveCount(
    ((await api.leagueTable()).children.length ?? 0) + 1,
  );
});

test('every indicator says its value, its status and whether it became better', async ({
  page,
  api,
}) => {
  const { rows, period } = await api.leagueTable();
  const code = rows[0]?.unit.code ?? '';
  const profile = await api.read<{
    indicators: {
      name: { zh: string };
      value_text?: string | null;
      is_improvement?: boolean | null;
    }[];
  }>(`/${await api.strategy()}/units/${code}/profile?period=${period}`);
  await page.goto(`/${await api.strategy()}/units/${code}`);
  const table = page.getByRole('table', { name: /各项指标/ });
  await expect(table.getByRole('rowheader')).toHaveCount(profile.indicators.length);
  for (const indicator of profile.indicators.slice(0, 5)) {
    const row = table.getByRole('row', { name: indicator.name.zh });
    if (indicator.value_text) await expect(row).toContainText(indicator.value_text);
    if (indicator.is_improvement === true) await expect(row).toContainText('改善');
    if (indicator.is_improvement === false) await expect(row).toContainText('变差');
  }
});
