import type { Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

const codeOn = async (tablet: Page) => {
  const code = tablet.locator('[data-pairing-code]');
  await expect(code).toBeVisible();
  return (await code.getAttribute('data-pairing-code')) ?? '';
};

async function openDisplays(cashier: Page) {
  await cashier.getByRole('button', { name: 'More' }).click();
  await cashier.getByRole('button', { name: 'Displays' }).click();
  return cashier.getByRole('dialog', { name: 'Displays' });
}

test('a new shop goes from the link that it prints to a manager and a paired tablet', async ({ browser }) => {
  const shop = await Shop.open({}, { setUp: false });
  const [office, tablet] = [await browser.newPage(), await browser.newPage()];
  try {
    await office.goto(shop.setUpLink);
    await office.getByRole('textbox', { name: 'Name' }).fill('Ola');
    for (const field of ['PIN', 'PIN again']) {
      await office.getByRole('textbox', { name: field, exact: true }).fill('13579024');
    }
    await office.getByRole('button', { name: 'Create manager' }).click();
    await office.getByRole('link', { name: 'Cashier' }).click();
    await expect(office.getByText('Ola, manager')).toBeVisible();

    await tablet.goto(`${shop.url}/display`);
    const displays = await openDisplays(office);
    await displays.getByRole('textbox', { name: 'Code on the tablet' }).fill(await codeOn(tablet));
    await displays.getByRole('button', { name: 'Pair' }).click();
    await expect(displays.getByText('The display is paired with this till.')).toBeVisible();
    await expect(tablet.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await expect(tablet).toHaveURL(`${shop.url}/display/${shop.till}`);
    await expect(displays.getByRole('listitem')).toContainText('by Ola');

    await tablet.goto(shop.setUpLink);
    await tablet.getByRole('textbox', { name: 'Name' }).fill('Eve');
    for (const field of ['PIN', 'PIN again']) {
      await tablet.getByRole('textbox', { name: field, exact: true }).fill('13579024');
    }
    await tablet.getByRole('button', { name: 'Create manager' }).click();
    await expect(tablet.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
  } finally {
    await Promise.all([office.context().close(), tablet.context().close()]);
    await shop.close();
  }
});

test('a code that no tablet shows pairs nothing', async ({ cashier }) => {
  const displays = await openDisplays(cashier);
  await displays.getByRole('textbox', { name: 'Code on the tablet' }).fill('000000');
  await displays.getByRole('button', { name: 'Pair' }).click();
  await expect(displays.getByText(/^No tablet shows this code\./)).toBeVisible();
  await expect(displays.getByText('No display is paired with this till.')).toBeVisible();
});

test('[P8] a tablet that is cut off, and a copy of its cookie, read nothing from that moment', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.sell('24900');
  const [cookie] = await display.context().cookies();
  expect(cookie).toMatchObject({ name: 'tillside_display', httpOnly: true, sameSite: 'Strict' });
  const copied = { cookie: `${cookie?.name}=${cookie?.value}` };
  const { body } = await shop.api('GET', `/tills/${shop.till}/payment`);
  const qr = body.payment.qr.href.replace('/api', '');
  expect((await shop.api('GET', `/tills/${shop.till}/payment`, undefined, copied)).status).toBe(200);

  const displays = await openDisplays(cashier);
  await displays.getByRole('button', { name: 'Cut off' }).click();
  await displays.getByRole('button', { name: 'Yes, cut off' }).click();
  await expect(displays.getByText('No display is paired with this till.')).toBeVisible();
  for (const path of [`/tills/${shop.till}/payment`, '/display', qr]) {
    expect((await shop.api('GET', path, undefined, copied)).status).toBe(401);
  }
  await codeOn(display);
  await expect(display.getByRole('img', { name: /^QR code/ })).toHaveCount(0);
  await expect(display.locator('body')).not.toContainText('249');
});

test('a display identifies itself while the sale goes on', async ({ shop, cashier, display, counter }) => {
  await counter.sell('24900');
  const displays = await openDisplays(cashier);
  await displays.getByRole('button', { name: 'Identify' }).click();
  await expect(display.getByRole('alert')).toHaveText(shop.name);
  await expect(display.getByRole('alert')).toHaveCount(0);
  await counter.shows('presented');
});

test('[P8] a display reads its own till, and of that no history', async ({ shop, display }) => {
  const [cookie] = await display.context().cookies();
  const own = { cookie: `${cookie?.name}=${cookie?.value}` };
  const amount = { value: 24_900, currency: 'NOK' };
  const { reference } = (await shop.api('POST', `/tills/${shop.till}/payments`, { amount })).body;
  expect((await shop.api('GET', `/tills/${shop.till}/payment`, undefined, own)).body.payment.reference).toBe(
    reference,
  );
  const refused = [
    '/payments',
    `/payments/${reference}`,
    `/payments/${reference}/events`,
    '/displays',
    '/staff',
  ];
  for (const path of refused) expect((await shop.api('GET', path, undefined, own)).status).toBe(403);
  expect((await shop.api('POST', `/payments/${reference}/cancel`, {}, own)).status).toBe(403);
});
