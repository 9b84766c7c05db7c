// Two shops side by side on one server, which do not see each other: sales unit, currency, language, brand and API are their own.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright/test';
import { otherAccount } from '../shop/accounts.ts';
import type { Cookie } from '../shop/api.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { readCodeFrom } from '../shop/screens/qr.ts';
import type { Shop } from '../shop/shop.ts';

const tillsFile = join(mkdtempSync(join(tmpdir(), 'tillside-chain-')), 'tills.json');
writeFileSync(
  tillsFile,
  JSON.stringify([
    { id: '1', name: 'Oslo 1', shop: 'oslo', locale: 'nb-NO' },
    {
      id: '2',
      name: 'Aarhus 1',
      shop: 'aarhus',
      api: 'epayment',
      currency: 'DKK',
      locale: 'da-DK',
      brand: 'mobilepay',
    },
  ]),
);
test.use({
  alone: true,
  settings: {
    TILLS_FILE: tillsFile,
    VIPPS_CLIENT_ID_AARHUS: otherAccount.clientId,
    VIPPS_CLIENT_SECRET_AARHUS: otherAccount.clientSecret,
    VIPPS_SUBSCRIPTION_KEY_AARHUS: otherAccount.subscriptionKey,
    VIPPS_MSN_AARHUS: otherAccount.msn,
  },
});

/** A person of one shop, signed in. */
async function manager(shop: Shop, of: string): Promise<Cookie> {
  const pin = '13579146';
  await shop.server.staffCommand(pin, 'add', `Manager ${of}`, '--role', 'manager', '--shop', of);
  return shop.signIn(`Manager ${of}`, pin);
}

async function open(browser: Browser, url: string, cookie: Cookie): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    reducedMotion: 'reduce',
  });
  await context.addCookies([cookie]);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test('two shops on one server sell and refund, and neither sees the other', async ({ shop, browser }) => {
  const oslo = await manager(shop, 'oslo');
  const aarhus = await manager(shop, 'aarhus');
  const displays = {
    oslo: await open(browser, `${shop.url}/display/1`, await shop.pairDisplay('1')),
    aarhus: await open(browser, `${shop.url}/display/2`, await shop.pairDisplay('2')),
  };
  const as = ({ name, value }: Cookie) => ({ cookie: `${name}=${value}` });
  const sell = async (till: string, cookie: Cookie, currency: string) => {
    const body = { amount: { value: 24_900, currency }, text: 'Kaffe' };
    const answer = await shop.api('POST', `/tills/${till}/payments`, body, as(cookie));
    expect(answer.status).toBe(201);
    return answer.body.reference as string;
  };
  const references = { oslo: await sell('1', oslo, 'NOK'), aarhus: await sell('2', aarhus, 'DKK') };
  expect(references).toEqual({
    oslo: expect.stringMatching(/^oslo-1-/),
    aarhus: expect.stringMatching(/^aarhus-2-/),
  });

  // Each display is in its own language, currency and brand.
  await expect(displays.oslo.locator('html')).toHaveAttribute('lang', 'nb');
  await expect(displays.oslo.locator('main')).toContainText('249,00 kr');
  await expect(displays.oslo.locator('main')).toContainText('Vipps');
  await expect(displays.aarhus.locator('html')).toHaveAttribute('lang', 'da');
  await expect(displays.aarhus.locator('main')).toContainText('249,00');
  await expect(displays.aarhus.locator('main')).toContainText('MobilePay');
  await expect(displays.aarhus.locator('main')).not.toContainText('Vipps');

  // Both are paid; a refund goes out for the sales unit of its sale.
  for (const place of ['oslo', 'aarhus'] as const) {
    const code = await readCodeFrom(displays[place]);
    await shop.phone.scan(code);
    await shop.phone.act(code, 'approve');
    await expect(displays[place].locator('[data-state]')).toHaveAttribute('data-state', 'approved');
  }
  const amount = { value: 4_900, currency: 'DKK' };
  const refund = `/payments/${references.aarhus}/refund`;
  await expect
    .poll(
      async () =>
        (await shop.api('GET', `/payments/${references.aarhus}`, undefined, as(aarhus))).body.capture,
    )
    .toBe('captured');
  expect((await shop.api('POST', refund, { amount }, as(oslo))).status).toBe(404);
  expect((await shop.api('POST', refund, { amount }, as(aarhus))).status).toBe(200);
  const orders = await shop.vipps.orders();
  expect(orders.map(({ reference, msn, currency }) => [reference, msn, currency]).sort()).toEqual([
    [references.aarhus, otherAccount.msn, 'DKK'],
    [references.oslo, '654321', 'NOK'],
  ]);
  expect((await shop.vipps.order(references.aarhus)).state.refunded).toBe(4_900);

  // Each finds its own payments, tills and displays, and nothing of the other.
  for (const [cookie, mine, other, till] of [
    [oslo, references.oslo, references.aarhus, '2'],
    [aarhus, references.aarhus, references.oslo, '1'],
  ] as const) {
    const { body } = await shop.api('GET', '/payments', undefined, as(cookie));
    expect(body.payments.map((one: { reference: string }) => one.reference)).toEqual([mine]);
    expect((await shop.api('GET', `/payments/${other}`, undefined, as(cookie))).status).toBe(404);
    expect((await shop.api('GET', `/tills/${till}/payment`, undefined, as(cookie))).status).toBe(403);
    expect((await shop.api('GET', '/displays', undefined, as(cookie))).body.displays).toHaveLength(1);
    expect((await shop.api('GET', '/staff', undefined, as(cookie))).body.staff).toHaveLength(1);
  }
  const tab = await open(browser, shop.url, aarhus);
  await expect(tab.getByText('Aarhus 1')).toBeVisible();
  await expect(tab.getByText('Oslo 1')).toBeHidden();
  await Promise.all([tab, displays.oslo, displays.aarhus].map((page) => page.context().close()));
});
