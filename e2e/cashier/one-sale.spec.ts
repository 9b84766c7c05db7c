// One sale: compared with Vipps, refunded in part, its history, its slip.
import { canaries } from '../shop/accounts.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

/** A refund in the Vipps portal, which the till does not know of. */
async function refundInPortal(shop: Shop, reference: string, amount: number): Promise<void> {
  const key = {
    'Ocp-Apim-Subscription-Key': canaries.VIPPS_SUBSCRIPTION_KEY,
    'Merchant-Serial-Number': '654321',
  };
  const signIn = { client_id: canaries.VIPPS_CLIENT_ID, client_secret: canaries.VIPPS_CLIENT_SECRET };
  const token = await fetch(`${shop.vipps.url}/accesstoken/get`, {
    method: 'POST',
    headers: { ...key, ...signIn },
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const headers = { ...key, 'Content-Type': 'application/json', 'X-Request-Id': 'portal-refund' };
  const merchantInfo = { merchantSerialNumber: '654321' };
  const answer = await fetch(`${shop.vipps.url}/ecomm/v2/payments/${reference}/refund`, {
    method: 'POST',
    headers: { ...headers, Authorization: `Bearer ${access_token}` },
    body: JSON.stringify({ merchantInfo, transaction: { amount, transactionText: 'In the portal' } }),
  });
  expect(answer.status).toBe(200);
}

test('[P1] a sale is compared with Vipps, refunded in part with a reason, and its history is told in words', async ({
  shop,
  cashier,
  counter,
}) => {
  const coffee = await counter.soldBefore(24_900, 'Two coffees');
  const lunch = await counter.soldBefore(50_000, 'Lunch');
  const today = cashier.getByRole('region', { name: 'Today' });
  await today.getByRole('button', { name: /Two coffees/ }).click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  const check = details.getByRole('button', { name: 'Check with Vipps' });
  await check.click();
  await expect(details.getByText('Vipps shows the same as this till.')).toBeVisible();
  await refundInPortal(shop, coffee, 10_000);
  // Vipps is asked once a second.
  await expect(async () => {
    await check.click();
    // The difference is reported once: the refund that was found is entered, and both sides agree.
    await expect(details).toContainText('Vipps shows another refunded amount than this till.', {
      timeout: 5_000,
    });
  }).toPass();
  await expect(details).toContainText(
    /Vipps shows: Reserved 249,00.kr · Captured 249,00.kr · Refunded 100,00.kr/,
  );
  await details.getByRole('button', { name: 'Close' }).click();

  await today.getByRole('button', { name: /Lunch/ }).click();
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.getByLabel('Amount to refund').fill('49,50');
  await details
    .getByRole('group', { name: 'Reason (optional)' })
    .getByRole('button', { name: 'Goods returned' })
    .click();
  await details.getByRole('button', { name: 'Continue' }).click();
  await expect(details.getByText(/^Refund 49,50.kr\?$/)).toBeVisible();
  expect((await shop.vipps.order(lunch)).state.refunded).toBe(0);
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(
    details.getByText(/^49,50.kr is refunded\. The customer may not see it for a few days\.$/),
  ).toBeVisible();
  expect((await shop.vipps.order(lunch)).state.refunded).toBe(4_950);
  const steps = details.getByRole('region', { name: 'History' }).getByRole('listitem');
  const told = [
    /^Sale entered[\d:]+Mona$/,
    /^QR code shown[\d:]+$/,
    /^Approved by the customer/,
    /^Captured/,
    /^Refund asked for 49,50.kr[\d:]+MonaGoods returned$/,
    /^Refunded/,
  ];
  await expect(steps).toHaveText(told);
  await details.getByRole('button', { name: 'Close' }).click();

  // The day, with what went back, also in the portal; the hours as a picture for some, and as a table for others.
  await expect(today.getByRole('heading', { name: /^Today, 2 sales, 599,50.kr$/ })).toBeVisible();
  await expect(today).toContainText(/149,50.kr refunded/);
  const hours = today.getByRole('figure', { name: 'Sales by hour' });
  await expect(hours).toContainText(/Most at \d\d:00: [12] sales?, /);
  const row = hours.getByRole('table', { name: 'Sales by hour' }).getByRole('row').last();
  await expect(row).toContainText(/\d\d:00[12](249|500|749),00.kr/);
});

test('a slip is all that is printed, says who sold what to whom, and in Norway that it is no receipt', async ({
  shop,
  cashier,
  counter,
}) => {
  const lunch = await counter.soldBefore(50_000, 'Lunch, large');
  await cashier.getByRole('region', { name: 'Today' }).getByRole('button', { name: /Lunch/ }).click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await cashier.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  const slip = cashier.getByRole('article', { name: 'Payment confirmation' });
  await details.getByRole('button', { name: 'Print payment confirmation' }).click();
  await expect(cashier.locator('[data-printed]')).toBeVisible();
  await expect(slip).toBeHidden();
  await cashier.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(slip).toBeVisible();
  const { by } = (await shop.api('GET', `/payments/${lunch}/events`)).body.events[0];
  for (const text of [shop.name, 'Lunch, large', by.name, lunch, 'No real money: this is a test.']) {
    await expect(slip).toContainText(text);
  }
  const mark = slip.getByText('IKKE KVITTERING FOR KJØP');
  const sizes = [mark, slip.getByText(/500,00.kr/).first()].map((text) =>
    text.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  );
  const [markPx = 0, amountPx = 0] = await Promise.all(sizes);
  expect(markPx).toBeGreaterThanOrEqual(1.5 * amountPx);
  await expect(slip.getByText('Paid with Vipps').locator('..')).toContainText(/500,00.kr/);
  await expect(cashier.getByRole('button')).toHaveCount(0);
  await expect(cashier.getByRole('region')).toHaveCount(0);
  const ink = await slip.evaluate((one) => [
    getComputedStyle(one).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(ink).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('[P1] a refund gets a slip of its own once it is done', async ({ shop, cashier, counter }) => {
  const lunch = await counter.soldBefore(50_000, 'Lunch, large');
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await cashier.getByRole('region', { name: 'Today' }).getByRole('button', { name: /Lunch/ }).click();
  await expect(details.getByRole('button', { name: /^Print/ })).toHaveCount(1);
  const amount = { value: 4_950, currency: 'NOK' };
  expect(await shop.api('POST', `/payments/${lunch}/refund`, { amount })).toMatchObject({ status: 200 });
  await cashier.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await details.getByRole('button', { name: /^Print confirmation of refund, 49,50.kr$/ }).click();
  await expect(cashier.locator('[data-printed]')).toBeVisible();
  await cashier.emulateMedia({ media: 'print' });
  const slip = cashier.getByRole('article', { name: 'Confirmation of refund' });
  await expect(slip.getByText('Refunded with Vipps').locator('..')).toContainText(/[-−]49,50.kr/);
  await expect(slip.getByText('Paid then').locator('..')).toContainText(/500,00.kr/);
  await expect(slip).toContainText('IKKE KVITTERING FOR KJØP');
  await expect(slip).toContainText('The money is on its way back.');
});
