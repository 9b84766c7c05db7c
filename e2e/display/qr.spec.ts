import type { Page } from 'playwright/test';
import { schemes, sizes } from '../contact-sheet/states.ts';
import { english, test as pagesTest } from '../pages/fixtures.ts';
import { saleOf } from '../pages/sales.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { type MeasuredQr, readCodeFrom, readQr } from '../shop/screens/qr.ts';

/** What a camera reads off the screen, as soon as it says `text`. */
async function readOff(display: Page, text: string, what: string): Promise<MeasuredQr | null> {
  let found: MeasuredQr | null = null;
  const look = async () => {
    found = await readQr(display);
    return (found as MeasuredQr | null)?.text;
  };
  await expect.poll(look, what).toBe(text);
  return found;
}

for (const colorScheme of schemes) {
  test(`the QR on the screen says what Vipps gave, at every size, in ${colorScheme} surroundings`, async ({
    shop,
    display,
  }) => {
    const { reference } = (await shop.sell(24_900, 'x'.repeat(100))).body;
    const code = (await shop.vipps.order(reference)).phoneUrl;
    await display.emulateMedia({ colorScheme });
    for (const [width, height] of sizes) {
      await display.setViewportSize({ width, height });
      const what = `${width}x${height}`;
      const found = await readOff(display, code, what);
      expect(found?.sidePx, what).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
      expect(found?.quiet, `${what}: four white modules around the code`).toBe(true);
      expect(found?.black, `${what}: black on white`).toBe(true);
      const scrolls = await display.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return scrollWidth > clientWidth || scrollHeight > clientHeight;
      });
      expect(scrolls, `${what} scrolls`).toBe(false);
    }
  });
}

test('the display shows the code at once when it comes: with no card that is empty, and without asking for it', async ({
  shop,
  display,
}) => {
  const asked: string[] = [];
  display.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const cards = await display.evaluateHandle(() => {
    const seen: (string | null)[] = [];
    new MutationObserver(() => {
      const card = document.querySelector('.qr');
      if (card) seen.push(card.getAttribute('data-loaded'));
    }).observe(document, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  const { reference } = (await shop.sell(24_900, 'Two coffees')).body;
  expect(await readCodeFrom(display)).toBe((await shop.vipps.order(reference)).phoneUrl);
  const seen = await cards.jsonValue();
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set(['true']));
  expect(asked.filter((path) => path.endsWith('/qr'))).toEqual([]);
});

pagesTest(
  'a code whose image does not come with the answer, and is slow to come, is fetched until it is there',
  async ({ freshDisplay: display }) => {
    const { page, api } = display;
    let refused = 0;
    await display.show({ name: 'idle', payment: null }, english);
    await page.route('**/api/payments/*/qr', (route) => {
      refused += 1;
      return refused > 2 ? route.continue() : route.abort();
    });
    api.tell({ state: saleOf('till-1-slow')('presented'), language: english });
    await expect(page.locator('.qr[data-loaded="true"]')).toBeVisible();
    expect(refused).toBeGreaterThan(2);
  },
);
