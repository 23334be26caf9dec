import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Holds a page to axe and keeps its picture, wide and narrow. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `screenshots/${name}-${width}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    );
    expect(found, `${name} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The same in both languages. */
export async function lookInBoth(page: Page, name: string): Promise<void> {
  await look(page, `${name}-zh`);
  await page.getByRole('button', { name: /English/ }).click();
  await look(page, `${name}-en`);
  await page.getByRole('button', { name: /中文/ }).click();
}
