// A tablet that loses its network, or goes to sleep, in the middle of what happens at the till.
import type { Browser, Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

// These tests move the clocks of the pages themselves.
test.use({ speed: 1 });

const state = (page: Page) => page.locator('[data-state]');
const krone = (value: number) => ({ amount: { value, currency: 'NOK' } });
const oldSale = '249,00';

/** A code on the till. @returns what the customer's phone reads off it. */
async function charge(shop: Shop, value: number) {
  const { reference } = (await shop.api('POST', `/tills/${shop.till}/payments`, krone(value))).body;
  return { reference, code: (await shop.vipps.order(reference)).phoneUrl };
}

/** A tablet of its own, which remembers each lock that keeps its screen on. */
async function tablet(browser: Browser, shop: Shop): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addCookies([await shop.pairDisplay()]);
  const page = await context.newPage();
  await page.clock.install();
  await page.addInitScript(() => {
    Object.assign(globalThis, { locks: 0 });
    navigator.wakeLock.request = async () => {
      Object.assign(globalThis, { locks: Reflect.get(globalThis, 'locks') + 1 });
      return new EventTarget() as WakeLockSentinel;
    };
  });
  await page.goto(`${shop.url}/display/${shop.till}`);
  await expect(state(page)).toHaveAttribute('data-state', 'idle');
  await expect.poll(() => locks(page)).toBe(1);
  return page;
}

const locks = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'locks'));

const turn = (page: Page, visibility: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, visibility);

/** The screen goes dark, and the network with it. */
async function fallAsleep(page: Page): Promise<void> {
  await turn(page, 'hidden');
  await page.context().setOffline(true);
}

/** So much later; the clock by which a page counts has stood still meanwhile. The network needs a moment longer. */
async function wake(page: Page, afterMs: number): Promise<void> {
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + afterMs);
  await turn(page, 'visible');
}

test('after an outage the display shows the current state: idle, with a QR, and while it waits', async ({
  shop,
  display,
}) => {
  const outage = async (before: string, meanwhile: () => Promise<unknown>) => {
    await expect(state(display)).toHaveAttribute('data-state', before);
    await display.context().setOffline(true);
    await expect(display.locator('[data-offline]')).toHaveAttribute('data-state', before);
    await meanwhile();
    await display.context().setOffline(false);
    await expect(display.locator('[data-offline]')).toHaveCount(0);
  };
  let sale = { reference: '', code: '' };
  await outage('idle', async () => {
    sale = await charge(shop, 24_900);
  });
  await outage('presented', () => shop.phone.scan(sale.code));
  await outage('scanned', () => shop.phone.act(sale.code, 'approve'));
  await expect(state(display)).toHaveAttribute('data-state', 'approved');
});

test('[P1] a tablet that slept through the end of a sale never shows it again, and wakes to the next', async ({
  browser,
  shop,
}) => {
  const page = await tablet(browser, shop);
  const { code } = await charge(shop, 24_900);
  await expect(page.getByText(oldSale)).toBeVisible();
  await fallAsleep(page);
  await shop.phone.act(code, 'approve');
  await expect.poll(async () => (await shop.payment())?.state).toBe('approved');
  await charge(shop, 5_000);
  await wake(page, 1_800_000);
  await expect(state(page)).toHaveAttribute('data-state', 'connecting');
  await expect(page.getByText(oldSale)).toHaveCount(0);
  const again = page.getByText(oldSale).waitFor({ state: 'attached', timeout: 20_000 });
  const seenAgain = again.then(
    () => true,
    () => false,
  );
  await page.context().setOffline(false);
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  await expect(page.getByText('50,00')).toBeVisible();
  await page.context().close();
  expect(await seenAgain).toBe(false);
});

test('[P6] a screen that was dark for a moment only keeps the code, although the server cannot be reached', async ({
  browser,
  shop,
}) => {
  const page = await tablet(browser, shop);
  await charge(shop, 24_900);
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  await expect(page.getByText(oldSale)).toBeVisible();
  await fallAsleep(page);
  await wake(page, 2_000);
  await expect(page.locator('[data-offline]')).toHaveAttribute('data-state', 'presented');
  await expect(page.getByText(oldSale)).toBeVisible();
  await page.context().close();
});

test('[P10] the server is restarted while the tablet sleeps: it wakes to the current state, and stays awake', async ({
  browser,
  shop,
}) => {
  const page = await tablet(browser, shop);
  const { code } = await charge(shop, 24_900);
  await shop.phone.scan(code);
  await expect(state(page)).toHaveAttribute('data-state', 'scanned');
  await fallAsleep(page);
  expect(await locks(page)).toBe(1);
  await shop.stopServer();
  await shop.phone.act(code, 'approve');
  await shop.startServer();
  await page.context().setOffline(false);
  await wake(page, 60_000);
  await expect(state(page)).toHaveAttribute('data-state', 'approved');
  expect(await locks(page)).toBe(2);
  await page.context().close();
});
