// Signing up subscribers at the counter: saved products, the first payment given back, the agreement stopped.
import { subscribe } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };
const laterPayments = 'Every later payment is charged by a system of your own.';

test('a manager saves a product, a subscriber is signed up by it, and both see what is agreed to', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await cashier.getByRole('button', { name: 'Subscription', exact: true }).click();
  await expect(cashier.getByText(laterPayments)).toBeVisible();
  await cashier.getByRole('button', { name: 'Show on the display' }).click();
  await expect(cashier.getByText('Write the name of the product.')).toBeVisible();
  await cashier.getByLabel('Product name').fill('Coffee club');
  await cashier.getByLabel('Price').fill('149');
  await cashier.getByLabel('Every').fill('2');
  await cashier.getByLabel('Period').selectOption('WEEK');
  await cashier.getByLabel('First payment (optional)').fill('49');
  await cashier.getByRole('button', { name: 'Save as product' }).click();
  await expect(cashier.getByText('Coffee club is saved.')).toBeVisible();

  await cashier.reload();
  await cashier.getByRole('button', { name: 'Subscription', exact: true }).click();
  await cashier
    .getByRole('group', { name: 'Saved products' })
    .getByRole('button', { name: /^Coffee club/ })
    .click();
  await expect(cashier.getByLabel('First payment (optional)')).toHaveValue('49,00');
  await cashier.getByRole('button', { name: 'Show on the display' }).dblclick();
  await counter.shows('presented');
  await expect(display.getByText('149,00 kr every 2 weeks')).toBeVisible();
  await expect(display.getByText('Pay now: 49,00 kr')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('149,00 kr every 2 weeks');
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('the first payment is given back, and the agreement is stopped', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await subscribe('49')(cashier);
  await counter.shows('presented');
  await shop.phone.act(await counter.readCode(), 'approve');
  await counter.shows('approved');
  await expect(cashier.getByRole('region', now)).toContainText('The first payment is captured.');
  const { reference = '' } = (await shop.payment()) ?? {};

  const list = cashier.getByRole('region', today);
  await list.getByRole('button', { name: /Coffee club/ }).click();
  const details = cashier.getByRole('dialog');
  await expect(details.getByText(laterPayments)).toBeVisible();
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.getByRole('button', { name: 'Continue' }).click();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('49,00 kr is refunded.')).toBeVisible();
  await details.getByRole('button', { name: 'Stop agreement' }).click();
  await details.getByRole('button', { name: 'Let it go on' }).click();
  await details.getByRole('button', { name: 'Stop agreement' }).click();
  await details.getByRole('button', { name: 'Yes, stop it' }).click();
  await expect(details.getByText('Stopped', { exact: true }).first()).toBeVisible();
  await expect(display.locator('main')).not.toContainText('Your subscription is active');
  expect(await shop.vipps.order(reference)).toMatchObject({
    agreement: { status: 'STOPPED' },
    state: { captured: 4_900, refunded: 4_900 },
  });
});

test('[P1] a customer who stops the agreement in the app is shown to have stopped it when staff open it', async ({
  shop,
  cashier,
  counter,
}) => {
  await subscribe('49')(cashier);
  await counter.shows('presented');
  const code = await counter.readCode();
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await shop.phone.act(code, 'stop');
  const list = cashier.getByRole('region', today);
  await list.getByRole('button', { name: /Coffee club/ }).click();
  const details = cashier.getByRole('dialog');
  await expect(details.getByText('Stopped', { exact: true }).first()).toBeVisible();
  await expect(details.getByText('Stopped by the customer or at Vipps MobilePay')).toBeVisible();
  await expect(details.getByRole('button', { name: 'Stop agreement' })).toBeHidden();
  expect(await shop.payment()).toMatchObject({ agreement: { status: 'stopped' }, capturedAmount: 4_900 });
});

test('[P9] nonsense is asked for nowhere', async ({ shop, cashier }) => {
  await cashier.getByRole('button', { name: 'Subscription', exact: true }).click();
  await cashier.getByLabel('Product name').fill('Coffee club');
  for (const [price, complaint] of [
    ['free', 'Write a price like 99,00.'],
    ['0,50', 'The least that a period can cost is 1,00 kr.'],
  ] as const) {
    await cashier.getByLabel('Price').fill(price);
    await cashier.getByRole('button', { name: 'Show on the display' }).click();
    await expect(cashier.getByText(complaint)).toBeVisible();
  }
  expect(await shop.payment()).toBeNull();
  const agreement = {
    product: { name: 'Club' },
    interval: { unit: 'MONTH', count: 1 },
    pricing: { amount: { value: 9_900, currency: 'EUR' } },
  };
  expect((await shop.api('POST', `/tills/${shop.till}/agreements`, agreement)).status).toBe(400);
});
