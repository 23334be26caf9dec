import type { Page } from '@playwright/test';

/** Opens a select by its label and takes an option, as a visitor does. */
export async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}
