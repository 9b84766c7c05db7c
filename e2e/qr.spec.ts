import type { Page } from 'playwright/test';
import { schemes, sizes } from './contact-sheet/states.ts';
import { expect, test } from './shop/fixtures.ts';
import { findQr, type MeasuredQr } from './shop/qr.ts';

/** What a camera reads off the screen, as soon as it says `text`. */
async function readOff(display: Page, text: string, what: string): Promise<MeasuredQr | null> {
  let found: MeasuredQr | null = null;
  const look = async () => {
    found = findQr(await display.screenshot());
    return (found as MeasuredQr | null)?.text;
  };
  await expect.poll(look, what).toBe(text);
  return found;
}

test('the QR on the screen says what Vipps gave, at every size, in light and dark surroundings', async ({
  shop,
  display,
  counter,
}) => {
  await counter.sell('24900', 'x'.repeat(100));
  const reference = (await shop.payment())?.reference ?? '';
  const { phoneUrl } = await shop.vipps.order(reference);
  for (const colorScheme of schemes) {
    await display.emulateMedia({ colorScheme });
    for (const [width, height] of sizes) {
      await display.setViewportSize({ width, height });
      const what = `${width}x${height}, ${colorScheme}`;
      const found = await readOff(display, phoneUrl, what);
      expect(found?.sidePx, what).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
      expect(found?.quiet, `${what}: four white modules around the code`).toBe(true);
      expect(found?.black, `${what}: black on white`).toBe(true);
      const scrolls = await display.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return scrollWidth > clientWidth || scrollHeight > clientHeight;
      });
      expect(scrolls, `${what} scrolls`).toBe(false);
    }
  }
});
