// MobilePay becomes Vipps on 12 January 2027: screens that stay open over that midnight of their shop are called by the new name.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { manager } from '../shop/accounts.ts';
import { callApi } from '../shop/api.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

const tillsFile = join(mkdtempSync(join(tmpdir(), 'tillside-brand-')), 'tills.json');
const finnish = { locale: 'fi-FI', currency: 'EUR', brand: 'mobilepay' };
const tills = [{ id: '1', name: 'Kassa 1', shop: 'helsinki', api: 'epayment', ...finnish }];
writeFileSync(tillsFile, JSON.stringify(tills));

const midnightMs = Date.parse('2027-01-11T22:00:00Z');
const factor = 4;

/** A shop whose clock shows a moment when this is called, and goes on from there. */
function openAt(ms: number, settings: Record<string, string> = {}): Promise<Shop> {
  const nowMs = Date.now();
  const originMs = nowMs - (ms - nowMs) / (factor - 1);
  return Shop.open({ TILLS_FILE: tillsFile, ...settings }, { setUp: false, time: { factor, originMs } });
}

/** Pairs a tablet with the till. @returns the pages of both. */
async function openScreens(shop: Shop, [cashier, display]: [Page, Page]) {
  const token = new URL(shop.setUpLink).hash.slice(1);
  const { cookie } = await callApi(shop.url, 'POST', '/set-up', { token, ...manager }, {});
  await cashier.context().addCookies([cookie]);
  await cashier.goto(`${shop.url}/cashier/1`);
  await display.goto(`${shop.url}/display`);
  const code = (await display.locator('[data-pairing-code]').getAttribute('data-pairing-code')) ?? '';
  const session = { cookie: `${cookie.name}=${cookie.value}` };
  expect((await shop.api('POST', '/tills/1/displays', { code }, session)).status).toBe(201);
}

const brandOf = (page: Page) => page.locator('html').getAttribute('data-brand');

test('a display and a cashier’s tab that stay open say both names from the shop’s midnight on', async ({
  browser,
}) => {
  const shop = await openAt(midnightMs - 90_000);
  const [cashier, display] = [await browser.newPage(), await browser.newPage({ locale: 'fi-FI' })];
  try {
    await openScreens(shop, [cashier, display]);
    await expect(display.getByText('Voit maksaa täällä MobilePay-sovelluksella')).toBeVisible();
    expect([await brandOf(cashier), await brandOf(display)]).toEqual(['mobilepay', 'mobilepay']);
    const loaded = await display.evaluate(() => performance.timeOrigin);

    const text = 'Voit maksaa täällä Vipps (MobilePay) -sovelluksella';
    await expect(display.getByText(text)).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => brandOf(cashier)).toBe('vipps_mobilepay');
    expect(await display.evaluate(() => performance.timeOrigin)).toBe(loaded);
    const accent = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
    expect([await accent(display), await accent(cashier)]).toEqual(['#ff5b24', '#ff5b24']);
  } finally {
    await Promise.all([cashier.context().close(), display.context().close()]);
    await shop.close();
  }
});

test('from the day after MOBILEPAY_NAME_UNTIL on there is one name', async ({ browser }) => {
  const shop = await openAt(midnightMs - 30_000, { MOBILEPAY_NAME_UNTIL: '2027-01-11' });
  const [cashier, display] = [await browser.newPage(), await browser.newPage({ locale: 'fi-FI' })];
  try {
    await openScreens(shop, [cashier, display]);
    await expect(display.getByText('Voit maksaa täällä Vipps-sovelluksella')).toBeVisible({
      timeout: 60_000,
    });
    await expect.poll(() => brandOf(cashier)).toBe('vipps');
  } finally {
    await Promise.all([cashier.context().close(), display.context().close()]);
    await shop.close();
  }
});
