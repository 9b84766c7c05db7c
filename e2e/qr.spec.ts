import { expect, test } from './shop/fixtures.ts';
import { findQr } from './shop/qr.ts';

const sizes = [
  [320, 480],
  [480, 320],
  [800, 1280],
  [1280, 800],
  [1920, 1080],
  [1080, 1920],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the QR on the screen says what Vipps gave, at every size, in ${colorScheme} surroundings`, async ({
    shop,
    display,
    counter,
  }) => {
    await display.emulateMedia({ colorScheme });
    await counter.sell('24900', 'x'.repeat(100));
    const reference = (await shop.payment())?.reference ?? '';
    const { phoneUrl } = await shop.vipps.order(reference);
    for (const [width, height] of sizes) {
      await display.setViewportSize({ width, height });
      const size = `${width}x${height}`;
      await expect.poll(async () => findQr(await display.screenshot())?.text, size).toBe(phoneUrl);
      const found = findQr(await display.screenshot());
      expect(found?.sidePx, size).toBeGreaterThanOrEqual(Math.min(width, height) / 2);
      expect(found?.quiet, `${size}: four white modules around the code`).toBe(true);
      const scrolls = await display.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return scrollWidth > clientWidth || scrollHeight > clientHeight;
      });
      expect(scrolls, `${size} scrolls`).toBe(false);
    }
  });
}
