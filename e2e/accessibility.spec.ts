import { AxeBuilder } from '@axe-core/playwright';
import { addresses, inLanguage } from './support/addresses.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedFaults: /404/ });
test.slow();

for (const width of [1440, 390]) {
  for (const language of ['zh', 'en']) {
    test(`every page is clean to axe at ${width} px in ${language}`, async ({ page, api }) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      for (const [name, address] of await addresses(api)) {
        await page.goto(inLanguage(address, language), { waitUntil: 'networkidle' });
        await page.getByRole('heading').first().waitFor();
        await page.waitForTimeout(350);
        await page.screenshot({
          path: `screenshots/${name}-${width}-${language}.png`,
          fullPage: !name.startsWith('explanation'),
        });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
        );
        expect(found, `${name} in ${language} at ${width} px`).toEqual([]);
      }
    });
  }
}
