// The tablet at the till: without a server, over an update, for months.
import type { Browser, Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

// These tests move the clocks of the pages themselves.
test.use({ speed: 1 });

const state = (page: Page) => page.locator('[data-state]');

/** A tablet of its own, whose time can be made to pass. */
async function tablet(browser: Browser, shop: Shop): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addCookies([await shop.pairDisplay()]);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${shop.url}/display/${shop.till}`);
  await expect(state(page)).toHaveAttribute('data-state', 'idle');
  return page;
}

const sell = (shop: Shop) =>
  shop.api('POST', `/tills/${shop.till}/payments`, { amount: { value: 24_900, currency: 'NOK' } });

test('a reload without a server shows "connecting", never an error of the browser, and comes back by itself', async ({
  shop,
  display,
}) => {
  await display.evaluate(() => navigator.serviceWorker.ready);
  await shop.stopServer();
  await display.reload();
  await expect(state(display)).toHaveAttribute('data-state', 'connecting');
  await expect(display.getByText('Connecting')).toBeVisible();
  // The icon on a home screen leads here.
  await display.goto(`${shop.url}/display`);
  await expect(display.getByText('Connecting')).toBeVisible();
  await shop.startServer();
  await expect(state(display)).toHaveAttribute('data-state', 'idle');
  expect(new URL(display.url()).pathname).toBe(`/display/${shop.till}`);
});

test('[P7] the tablet keeps the page and its files, and nothing that the API said', async ({
  shop,
  display,
  counter,
}) => {
  await counter.sell('24900');
  await display.evaluate(() => navigator.serviceWorker.ready);
  const kept = await display.evaluate(async () => {
    const found = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return found.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/display');
  expect(kept.filter((path) => path !== '/display' && !path.startsWith('/assets/'))).toEqual([]);
  const worker = await fetch(`${shop.url}/display-worker.js`);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
});

test('the display can be installed: its manifest opens it in full screen and names icons that are there', async ({
  shop,
  display,
}) => {
  const href = await display.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await fetch(new URL(href ?? '', shop.url))).json();
  expect(manifest).toMatchObject({ start_url: '/display', scope: '/display', display: 'fullscreen' });
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(new URL(src, shop.url));
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type]);
  }
});

test('a new build is loaded once the till is idle, never during a payment', async ({ browser, shop }) => {
  const page = await tablet(browser, shop);
  await page.evaluate(() => document.body.setAttribute('data-build', 'old'));
  await sell(shop);
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  const looked = page.waitForResponse('**/display');
  await page.route('**/display', (route) => route.fulfill({ body: '<!doctype html>another build' }));
  await page.clock.fastForward(700_000);
  await looked;
  await page.clock.fastForward(120_000);
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  await expect(page.locator('body')).toHaveAttribute('data-build', 'old');
  await shop.api('POST', `/payments/${(await shop.payment())?.reference}/cancel`, {});
  await expect(state(page)).toHaveAttribute('data-state', 'cancelled');
  await page.clock.fastForward(21_000);
  await expect(state(page)).toHaveAttribute('data-state', 'idle');
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(page.locator('body:not([data-build])')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.context().close();
});

test('[P1] a code leaves the screen after its time although the server is away, and the screen does not say what became of it', async ({
  browser,
  shop,
}) => {
  const page = await tablet(browser, shop);
  await sell(shop);
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  await shop.stopServer();
  await page.clock.fastForward(10_000);
  await expect(state(page)).toHaveAttribute('data-offline', '');
  await expect(state(page)).toHaveAttribute('data-state', 'presented');
  await page.clock.fastForward(900_000);
  await expect(state(page)).toHaveAttribute('data-state', 'connecting');
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.context().close();
});

test('an idle screen never stands still for long, and a menu never opens over it', async ({
  browser,
  shop,
}) => {
  const page = await tablet(browser, shop);
  const place = () => page.getByRole('heading').boundingBox();
  const before = await place();
  await page.clock.fastForward(60_000);
  await expect.poll(place).not.toEqual(before);
  const opens = await page.evaluate(() =>
    document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
  );
  expect(opens).toBe(false);
  await page.context().close();
});
