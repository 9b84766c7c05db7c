// A tablet stays awake: by the lock of its browser, and by a video where that has none. What a tablet lacks staff read, and no customer.
import type { Browser, Locator, Page } from 'playwright/test';
import { policyViolations } from '../pages/policy-violations.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

/** Of documentation (RFC 5737), and leads to this machine here: a loopback address is trusted by every browser, whatever it speaks. */
const elsewhere = '198.51.100.7';
test.use({
  launchOptions: ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`];
    return use({ ...launchOptions, args });
  },
});

const plainHttp = 'Opened over plain http: if it restarts while the server is away, it has no page to show.';
const byVideo = 'It stays awake by a video only. Better set the tablet never to sleep.';
const maySleep = 'It may fall asleep. Touch it once, or set the tablet never to sleep.';

type Tablet = { host?: string; permissions?: string[]; script?: () => void };

async function openTablet(browser: Browser, shop: Shop, tablet: Tablet = {}) {
  const { host = '127.0.0.1', permissions = ['screen-wake-lock'], script } = tablet;
  const url = shop.url.replace('127.0.0.1', host);
  const context = await browser.newContext({ permissions, hasTouch: true });
  await context.addCookies([{ ...(await shop.pairDisplay()), url }]);
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  const said = policyViolations(page);
  await page.goto(`${url}/display/${shop.till}`);
  await expect(page.locator('[data-state=idle]')).toBeVisible();
  return { page, said };
}

async function listedIn(cashier: Page): Promise<Locator> {
  await cashier.getByRole('button', { name: 'More' }).click();
  await cashier.getByRole('button', { name: 'Displays' }).click();
  return cashier.getByRole('dialog', { name: 'Displays' }).getByRole('listitem');
}
const sentencesIn = (row: Locator) => row.locator('.lack').allTextContents();
const playedS = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => (video.paused ? 0 : video.currentTime));

test('over plain http a video plays, again after it was stopped, and staff read what the tablet lacks', async ({
  browser,
  shop,
  cashier,
}) => {
  const { page, said } = await openTablet(browser, shop, { host: elsewhere });
  expect(await page.evaluate(() => [isSecureContext, 'wakeLock' in navigator])).toEqual([false, false]);
  await expect.poll(() => playedS(page)).toBeGreaterThan(0.5);
  const row = await listedIn(cashier);
  await expect.poll(() => sentencesIn(row)).toEqual([plainHttp, byVideo]);
  // Chrome stays awake by one that takes more than a fifth of the page, and that somebody can see.
  const { width, height } = (await page.locator('video').boundingBox()) ?? { width: 0, height: 0 };
  expect([width, height]).toEqual([page.viewportSize()?.width, page.viewportSize()?.height]);
  for (const text of [plainHttp, byVideo]) await expect(page.getByText(text)).toHaveCount(0);

  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
  await expect.poll(() => playedS(page)).toBeGreaterThan(0.5);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = video.duration - 2.5;
  });
  await expect.poll(() => playedS(page)).toBeLessThan(5);
  expect(await playedS(page)).toBeGreaterThan(0);
  expect(said).toEqual([]);
  await page.context().close();
});

test('where the browser locks the screen there is no video, and staff read of nothing that is missing', async ({
  browser,
  shop,
  cashier,
}) => {
  const { page } = await openTablet(browser, shop);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const row = await listedIn(cashier);
  const answer = () => shop.api('GET', '/displays');
  await expect
    .poll(async () => (await answer()).body.displays)
    .toMatchObject([{ isSecure: true, keepsPage: true, awake: 'wake_lock' }]);
  await expect(row).toContainText('Last seen');
  expect(await sentencesIn(row)).toEqual([]);
  await expect(page.locator('video')).toHaveCount(0);
  await page.context().close();
});

test('a browser that locks the screen for who touches it only, as Safari does, is touched once', async ({
  browser,
  shop,
  cashier,
}) => {
  const script = () => {
    // What makes it Safari for us.
    Object.assign(globalThis, { GestureEvent: class {}, isTouched: false });
    addEventListener('pointerdown', () => Object.assign(globalThis, { isTouched: true }), true);
    navigator.wakeLock.request = () =>
      Reflect.get(globalThis, 'isTouched')
        ? Promise.resolve(new EventTarget() as WakeLockSentinel)
        : Promise.reject(new DOMException('', 'NotAllowedError'));
  };
  const { page } = await openTablet(browser, shop, { script });
  const row = await listedIn(cashier);
  await expect.poll(() => sentencesIn(row)).toEqual([maySleep]);
  await page.touchscreen.tap(200, 200);
  await expect(row.locator('.lack')).toHaveCount(0);
  await expect(page.locator('video')).toHaveCount(0);
  await page.context().close();
});

test('where nothing plays before a touch, the video begins with it', async ({ browser, shop, cashier }) => {
  const script = () => {
    Object.assign(globalThis, { GestureEvent: class {} });
  };
  const { page } = await openTablet(browser, shop, { host: elsewhere, script });
  const row = await listedIn(cashier);
  await expect.poll(() => sentencesIn(row)).toEqual([plainHttp, maySleep]);
  await page.touchscreen.tap(200, 200);
  await expect.poll(() => sentencesIn(row)).toEqual([plainHttp, byVideo]);
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.muted)).toBe(false);
  await page.context().close();
});
