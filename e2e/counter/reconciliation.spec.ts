import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { canaries } from '../shop/accounts.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

// The report is of all sales of the day.
test.use({ alone: true });

const msn = '654321';

/** A change of a payment in the Vipps portal, which the till does not know of. */
async function inPortal(shop: Shop, reference: string, action: 'cancel' | 'refund', amount?: number) {
  const key = { 'Ocp-Apim-Subscription-Key': canaries.VIPPS_SUBSCRIPTION_KEY, 'Merchant-Serial-Number': msn };
  const signIn = { client_id: canaries.VIPPS_CLIENT_ID, client_secret: canaries.VIPPS_CLIENT_SECRET };
  const token = await fetch(`${shop.vipps.url}/accesstoken/get`, {
    method: 'POST',
    headers: { ...key, ...signIn },
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await fetch(`${shop.vipps.url}/ecomm/v2/payments/${reference}/${action}`, {
    method: action === 'cancel' ? 'PUT' : 'POST',
    headers: {
      ...key,
      Authorization: `Bearer ${access_token}`,
      'Content-Type': 'application/json',
      'X-Request-Id': `portal-${action}`,
    },
    body: JSON.stringify({
      merchantInfo: { merchantSerialNumber: msn },
      transaction: { amount, transactionText: 'In the portal' },
    }),
  });
  expect(answer.status).toBe(200);
}

async function start(shop: Shop, value: number, text: string): Promise<string> {
  const sale = { amount: { value, currency: 'NOK' }, text };
  return (await shop.api('POST', `/tills/${shop.till}/payments`, sale)).body.reference;
}

async function sell(shop: Shop, value: number, text: string, capture = 'captured'): Promise<string> {
  const reference = await start(shop, value, text);
  const { phoneUrl } = await shop.vipps.order(reference);
  await shop.phone.scan(phoneUrl);
  await shop.phone.act(phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ state: 'approved', capture });
  return reference;
}

/** Two sales, one of them refunded in part, and one that was cancelled. */
async function aDay(shop: Shop) {
  const coffee = await sell(shop, 24_900, 'Two coffees');
  const lunch = await sell(shop, 50_000, 'Lunch');
  const amount = { value: 10_000, currency: 'NOK' };
  expect(await shop.api('POST', `/payments/${lunch}/refund`, { amount })).toMatchObject({ status: 200 });
  const cancelled = await start(shop, 9_900, 'Newspaper');
  await shop.api('POST', `/payments/${cancelled}/cancel`, {});
  const payment = async () => (await shop.api('GET', `/payments/${cancelled}`)).body.state;
  await expect.poll(payment).toBe('cancelled');
  return { coffee, lunch, cancelled };
}

const verdict = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const row = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row', { name });

test('[P1] a manager closes the day: it agrees with Vipps, until there is a refund in the portal', async ({
  shop,
  cashier,
}) => {
  const { coffee } = await aDay(shop);
  const popup = cashier.waitForEvent('popup');
  await cashier.getByRole('link', { name: 'End of day' }).click();
  const page = await popup;
  await expect(verdict(page, 'Everything agrees with Vipps')).toBeVisible();
  await expect(page.getByText('TEST', { exact: true })).toBeVisible();
  const totals = row(page, 'Totals by till', 'Total NOK').getByRole('cell');
  await expect(totals).toHaveText(['2', '749,00 kr', '100,00 kr', '649,00 kr', '0,00 kr', '0,00 kr']);
  const moved = page.getByRole('table', { name: 'Money moved' }).getByRole('row');
  await expect(moved).toHaveText([
    /^Time/,
    /Captured.*249,00/,
    /Captured.*500,00/,
    /Refunded.*Lunch.*−100,00/,
  ]);
  const lunch = row(page, 'Payments', 'Lunch').getByRole('cell');
  await expect(lunch.nth(3)).toHaveText('Captured 500,00 kr, refunded 100,00 kr');
  await expect(lunch.nth(4)).toHaveText('Captured 500,00 kr, refunded 100,00 kr');
  await expect(row(page, 'Payments', 'Newspaper')).toContainText('Agrees');

  await inPortal(shop, coffee, 'refund', 24_900);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(verdict(page, '1 payment differs')).toBeVisible();
  const differences = page.getByRole('region', { name: 'Differences' });
  await expect(differences).toContainText('Two coffees');
  await expect(differences).toContainText('249,00 kr more was refunded at Vipps than here');
  await expect(differences).toContainText(coffee);
  await expect(row(page, 'Payments', 'Two coffees')).toContainText('Differs');

  // It counts from when it was found, and the next comparison agrees again.
  await expect(moved.last()).toHaveText(/Refundedfound at Vipps.*Two coffees.*−249,00/);
  await expect(totals).toHaveText(['2', '749,00 kr', '349,00 kr', '400,00 kr', '0,00 kr', '0,00 kr']);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(verdict(page, 'Everything agrees with Vipps')).toBeVisible();
  await expect(row(page, 'Payments', 'Two coffees')).toContainText('refunded 249,00 kr');
});

test('money that was not captured, and a reservation that was cancelled in the portal, stand out', async ({
  page,
}) => {
  const shop = await Shop.open({ CAPTURE: 'manual' });
  try {
    const reference = await sell(shop, 24_900, 'Two coffees', 'none');
    await page.context().addCookies([shop.session]);
    await page.goto(`${shop.url}/reconciliation`);
    const differences = page.getByRole('region', { name: 'Differences' });
    await expect(differences).toContainText('249,00 kr is reserved but not captured');
    await inPortal(shop, reference, 'cancel');
    await page.reload();
    await expect(differences).toContainText('Paid here, but cancelled at Vipps');
    await expect(row(page, 'Payments', 'Two coffees').getByRole('cell').nth(4)).toHaveText('Cancelled');
  } finally {
    await shop.close();
  }
});

test('a manager leafs through the days, and the way back leads through them too', async ({ shop, page }) => {
  await aDay(shop);
  await page.goto(shop.url);
  await page.getByRole('link', { name: 'End of day' }).click();
  await expect(verdict(page, 'Everything agrees with Vipps')).toBeVisible();
  const after = page.getByRole('button', { name: 'Day after' });
  await expect(after).toBeDisabled();
  await page.getByRole('button', { name: 'Day before' }).click();
  await expect(verdict(page, 'No payments on this day')).toBeVisible();
  await expect(page).toHaveURL(/\?date=\d{4}-\d\d-\d\d$/);
  await after.click();
  await expect(verdict(page, 'Everything agrees with Vipps')).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill('2026-01-31');
  await expect(page.getByText('Saturday, 31 January 2026')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Saturday, 31 January 2026')).toBeVisible();
  await page.goBack();
  await expect(verdict(page, 'Everything agrees with Vipps')).toBeVisible();
  await page.goto(`${shop.url}/reconciliation?date=2999-01-01`);
  await expect(verdict(page, 'There is no report for this day')).toBeVisible();
});

test('[P1] Vipps, and then the server, cannot be reached: the page says so', async ({ shop, page }) => {
  await aDay(shop);
  await shop.vippsDown();
  await page.goto(`${shop.url}/reconciliation`);
  await expect(verdict(page, 'Vipps could not be reached')).toBeVisible();
  const unchecked = page.getByRole('region', { name: 'Not checked' });
  await expect(unchecked.getByRole('listitem')).toHaveCount(3);
  await expect(unchecked).toContainText('Vipps did not answer.');
  await expect(row(page, 'Totals by till', 'Total NOK')).toContainText('649,00 kr');
  await shop.stopServer();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('alert')).toContainText('The till server cannot be reached');
  await expect(page.getByRole('alert')).toContainText('You see the previous comparison.');
  await expect(row(page, 'Payments', 'Lunch')).toBeVisible();
});

test('the day is printed black on white, without anything to press', async ({ shop, browser }) => {
  const { coffee } = await aDay(shop);
  await inPortal(shop, coffee, 'refund', 24_900);
  const context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 703, height: 1000 } });
  await context.addCookies([shop.session]);
  const page = await context.newPage();
  await page.goto(`${shop.url}/reconciliation`);
  await expect(verdict(page, '1 payment differs')).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('[data-printed]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByText(/^Checked on .* \d\d:\d\d$/)).toBeVisible();
  const { data, width, height } = PNG.sync.read(await page.screenshot({ fullPage: true }));
  let coloured = 0;
  let white = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) coloured += 1;
    if (red === 255 && green === 255 && blue === 255) white += 1;
  }
  expect(coloured).toBe(0);
  expect(white / (width * height)).toBeGreaterThan(0.8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(703);
  await context.close();
});
