// A customer's choice of language and text size ends with the customer's sale; how hyphens are drawn.
import type { Page } from 'playwright/test';
import { english, expect, test } from '../pages/fixtures.ts';
import { saleOf } from '../pages/sales.ts';

const first = saleOf('till-1-first');
const second = saleOf('till-1-second');

async function choose(page: Page, language: string): Promise<void> {
  const current = page.getByRole('group', { name: 'Language' }).getByRole('button', { expanded: false });
  if (await current.isVisible()) await current.click();
  await page.getByRole('button', { name: language }).click();
}

test('a language and larger text outlast a reload in the middle of a sale, and no longer', async ({
  freshDisplay: display,
}) => {
  const { page } = display;
  const html = page.locator('html');
  const large = page.getByRole('button', { name: /^(Larger text|Suurempi teksti)$/ });
  const shows = (state: string) => expect(page.locator('[data-state]')).toHaveAttribute('data-state', state);
  await display.show(first('presented'), english);
  await choose(page, 'Suomi');
  await expect(html).toHaveAttribute('lang', 'fi');
  await large.click();
  await expect(html).toHaveAttribute('data-large', '');

  await page.reload();
  await shows('presented');
  await expect(html).toHaveAttribute('lang', 'fi');
  await expect(html).toHaveAttribute('data-large', '');

  display.api.tell({ state: first('approved'), language: english });
  await shows('approved');
  display.api.tell({ state: second('presented'), language: english });
  await shows('presented');
  await expect(html).toHaveAttribute('lang', 'en');
  await page.reload();
  await shows('presented');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).not.toHaveAttribute('data-large');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a hyphen between the wallet and its word is no wider than a letter', async ({ freshDisplay }) => {
  const { page } = freshDisplay;
  await freshDisplay.show(first('presented'), english);
  await choose(page, 'Suomi');
  await expect(page.locator('.what')).toHaveText('Kameralla tai Vipps-sovelluksella');
  const widths = await page.locator('.what').evaluate(({ firstChild }) => {
    const at = (index: number) => {
      const range = document.createRange();
      range.setStart(firstChild as Node, index);
      range.setEnd(firstChild as Node, index + 1);
      return range.getBoundingClientRect().width;
    };
    const text = firstChild?.textContent ?? '';
    return { hyphen: at(text.indexOf('-')), letter: at(text.indexOf('p')) };
  });
  expect(widths.hyphen).toBeLessThan(widths.letter);
});
