// The way of a new shop: from its keys and the first page to staff and displays.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canaries } from '../shop/accounts.ts';
import { run } from '../shop/programs/process.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

// These tests need a new shop: no display is paired with its till yet.
test.use({ alone: true, speed: 1 });

test('[P7] a start says whether Vipps takes the keys, and names what to check without its value', async () => {
  const shop = await Shop.open();
  try {
    await expect.poll(() => shop.log).toContain('Vipps MobilePay accepts the keys.');
  } finally {
    await shop.close();
  }
  const wrong = await Shop.open({ VIPPS_SUBSCRIPTION_KEY: 'canary-wrong-key' });
  try {
    await expect
      .poll(() => wrong.log)
      .toMatch(
        /^Vipps MobilePay does not accept the keys: .* Check VIPPS_CLIENT_ID, .*VIPPS_ENVIRONMENT=test\.$/m,
      );
    const sale = { amount: { value: 24_900, currency: 'NOK' } };
    expect(await wrong.api('POST', '/tills/1/payments', sale)).toMatchObject({ status: 502 });
    const { body } = await wrong.api('GET', '/tills/1/payment');
    expect(body.payment).toMatchObject({ state: 'failed', problem: { code: 'keys_rejected' } });
    for (const secret of [...Object.values(canaries), 'canary-wrong-key'])
      expect(wrong.log).not.toContain(secret);
  } finally {
    await wrong.close();
  }
});

test('[P6] a start says nothing of keys while Vipps is away but what may be in the way, and does not wait for it', async () => {
  const shop = await Shop.open();
  try {
    await shop.stopServer();
    await shop.vippsDown();
    await shop.startServer();
    await expect.poll(async () => (await fetch(`${shop.url}/readyz`)).status).toBe(200);
    await expect
      .poll(() => shop.log)
      .toMatch(
        /^Vipps MobilePay is not reached, .*No connection to \S+ comes about\. A firewall has to let .*\(ECONNREFUSED\)$/m,
      );
    expect(shop.log).not.toContain('the keys');
  } finally {
    await shop.close();
  }
});

test('the first page tells a new manager what comes next, in the font of all pages', async ({
  shop,
  page,
}) => {
  await page.goto(shop.url);
  const next = page.getByRole('heading', { name: 'What comes next' });
  await expect(next).toBeVisible();
  await expect(page.getByText(/^No tablet can reach this server yet: set HOST or PUBLIC_URL/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Staff' }).first()).toHaveAttribute('href', '/staff');
  const isInInter = () => document.fonts.check('17px "Inter Variable"') && document.fonts.size > 0;
  await expect.poll(() => page.evaluate(isInInter)).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Inter Variable');
  await shop.pairDisplay();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Customer display' })).toBeVisible();
  await expect(next).toHaveCount(0);
});

test('the displays of a server that no tablet can reach say so, and a new one is still connecting', async ({
  shop,
  cashier,
}) => {
  const display = { id: 'd', till: '1', pairedBy: 'Mona', lastSeenAt: null };
  let pairedAt = new Date().toISOString();
  await cashier.route('**/api/displays', (route) =>
    route.fulfill({ json: { displays: [{ ...display, pairedAt }], waiting: 0 } }),
  );
  await cashier.getByRole('button', { name: 'More' }).click();
  await cashier.getByRole('button', { name: 'Displays' }).click();
  const dialog = cashier.getByRole('dialog', { name: 'Displays' });
  await expect(
    dialog.getByText(/^No tablet can reach this server yet: set HOST or PUBLIC_URL/),
  ).toBeVisible();
  await expect(dialog).not.toContainText(shop.url);
  await expect(dialog.getByRole('listitem')).toContainText('Connecting…');
  await expect(dialog.getByRole('listitem')).not.toContainText('never');
  pairedAt = new Date(Date.now() - 60_000).toISOString();
  await expect(dialog.getByRole('listitem')).toContainText('Last seen: never');
});

test.describe('in an American browser', () => {
  test.use({ locale: 'en-US' });
  test('the staff page writes dates as all pages do', async ({ shop, page }) => {
    await page.goto(`${shop.url}/staff`);
    await expect(page.getByText(/^Last signed in \d{1,2} \w{3} \d{4}, \d\d:\d\d$/)).toBeVisible();
  });
});

test('in the demo a screen here pairs itself, until it is cut off; what it prints works from the network', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-demo-'));
  const env = {
    PORT: '0',
    SIMULATOR_PORT: '0',
    HOST: '0.0.0.0',
    DATABASE_URL: `file:${join(folder, 'demo.db')}`,
  };
  const demo = await run(['server/launch/serve.mjs'], env, /Phone: +(\S+)/);
  const context = await browser.newContext();
  try {
    const link = (name: string) => new RegExp(`${name} (\\S+)`).exec(demo.output())?.[1] ?? '';
    for (const name of ['cashier', 'display']) {
      expect(new URL(link(name)).hostname).toBe(new URL(demo.found).hostname);
    }
    const [display, cashier] = [await context.newPage(), await context.newPage()];
    await display.goto(link('display'));
    await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await cashier.goto(link('cashier'));
    await cashier.getByRole('button', { name: 'Sign in' }).click();
    await cashier.getByRole('button', { name: 'More' }).click();
    await cashier.getByRole('button', { name: 'Displays' }).click();
    await expect(cashier.getByText(/^In the demo, a screen on this machine pairs itself/)).toBeVisible();
    await cashier.getByRole('button', { name: 'Cut off' }).click();
    await cashier.getByRole('button', { name: 'Yes, cut off' }).click();
    await expect(display.locator('[data-pairing-code]')).toBeVisible();
    await display.reload();
    await expect(display.locator('[data-pairing-code]')).toBeVisible();
    await expect(cashier.getByText('No display is paired with this till.')).toBeVisible();
  } finally {
    await context.close();
    await demo.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
