import { expect, test } from './support/test.ts';

/** A4 in points, as Chromium rounds it. */
const A4 = { width: 595, height: 842 };

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('the league table prints on A4 with method, hash and mark, and without controls', async ({
  page,
  api,
}) => {
  const { rows, run, is_synthetic: isSynthetic } = await api.leagueTable();
  await page.goto(`/${await api.strategy()}`, { waitUntil: 'networkidle' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'));
  expect(Math.round(Number(box?.[1]))).toBeCloseTo(A4.width, -1);
  expect(Math.round(Number(box?.[2]))).toBeCloseTo(A4.height, -1);
  expect(pagesOf(pdf)).toBeLessThanOrEqual(Math.ceil(rows.length / 14));

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 1016 });
  await expect(page.getByRole('search')).toBeHidden();
  await expect(page.getByText(run.content_hash, { exact: true }).last()).toBeVisible();
  if (isSynthetic) await expect(page.getByText('演示数据').first()).toBeVisible();
  const cut = await page
    .locator('table th, table td')
    .evaluateAll(
      (cells) => cells.filter((cell) => cell.getBoundingClientRect().right > 704).length,
    );
  expect(cut, 'cells beyond the paper').toBe(0);
});

test('a profile prints within a few pages', async ({ page, api }) => {
  const { rows } = await api.leagueTable();
  await page.goto(`/${await api.strategy()}/units/${rows[0]?.unit.code}`, {
    waitUntil: 'networkidle',
  });
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(5);
});
