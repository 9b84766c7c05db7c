import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };

test('[P10] the server is killed while the QR is shown: the QR stays, and the payment goes on afterwards', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  await shop.stopServer('SIGKILL');
  await expect(display.locator('[data-offline]')).toHaveAttribute('data-state', 'presented');
  await expect(display.getByText('Reconnecting')).toBeVisible();
  await expect(cashier.getByText('Connection to the till server lost.')).toBeVisible();
  expect(await counter.readCode()).toBe(code);
  await shop.phone.scan(code);
  await shop.phone.act(code, 'approve');
  await shop.startServer();
  await counter.shows('approved');
  await expect(display.locator('[data-offline]')).toHaveCount(0);
  await expect(cashier.getByText('Connection to the till server lost.')).toBeHidden();
  await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
});

test('[P2] a capture that was cut off by a kill happens once after the restart', async ({
  shop,
  counter,
}) => {
  const code = await counter.scan();
  await shop.vipps.breakDown({ on: 'capture', kind: 'drop_after' });
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await shop.stopServer('SIGKILL');
  await shop.vipps.breakDown();
  await shop.startServer();
  await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ captured: 24_900 });
});

test('[P10] the server is killed while a sale is started: nothing is left open, and charging again works', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'qr', kind: 'hang' });
  await counter.charge('24900', 'Two coffees');
  await expect.poll(async () => (await shop.vipps.orders())[0]?.calls['qr']).toBe(1);
  await shop.stopServer('SIGKILL');
  await expect(display.locator('[data-offline]')).toHaveAttribute('data-state', 'started');
  await expect(cashier.getByText('The till server cannot be reached. Try again')).toBeVisible();
  await shop.vipps.breakDown();
  await shop.startServer();
  await counter.shows('failed');
  await expect(display.getByText('No money was taken.')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
  await cashier.getByRole('button', { name: /^Charge 249,00/ }).click();
  await counter.shows('presented');
  expect(await shop.vipps.orders()).toHaveLength(2);
});

test('[P1] [P10] the server is killed while a cancel is not settled: "one moment" until Vipps has confirmed it', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.charge('24900');
  await counter.shows('presented');
  await shop.vipps.breakDown({ on: 'cancel', kind: 'status', status: 500 }, { on: 'details', kind: 'reset' });
  await counter.cancel();
  await counter.shows('closing');
  await shop.stopServer('SIGKILL');
  await expect(display.locator('[data-offline]')).toHaveAttribute('data-state', 'closing');
  await expect(cashier.getByText('Connection to the till server lost.')).toBeVisible();
  await shop.startServer();
  await expect(display.locator('[data-offline]')).toHaveCount(0);
  await counter.shows('closing');
  await shop.vipps.breakDown();
  await counter.shows('cancelled');
  await expect(cashier.getByRole('region', now)).toContainText('Nothing was taken.');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
});

test('[P2] [P10] the server is killed while it refunds: the refund happens once, and the cashier sees it', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.pay();
  await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
  await cashier
    .getByRole('region', today)
    .getByRole('button', { name: /Two coffees/ })
    .click();
  const details = cashier.getByRole('dialog');
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.getByRole('textbox', { name: 'Amount to refund' }).fill('49,50');
  await details.getByRole('button', { name: 'Continue' }).click();
  const reference = (await shop.vipps.orders())[0]?.orderId ?? '';
  await shop.vipps.breakDown({ on: 'refund', kind: 'slow', delayMs: 4_500 });
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect.poll(async () => (await shop.vipps.orders())[0]?.calls['refund']).toBe(1);
  await shop.stopServer('SIGKILL');
  await expect(details.getByText('Try again: nothing is done twice.')).toBeVisible();
  await expect.poll(async () => (await shop.vipps.orders())[0]?.state.refunded).toBe(4_950);
  await shop.vipps.breakDown();
  await shop.startServer();
  await expect
    .poll(async () => (await shop.api('GET', `/payments/${reference}`)).body.refundedAmount)
    .toBe(4_950);
  // Another sale at the till: the list of the day is fetched anew.
  await shop.api('POST', `/tills/${shop.till}/payments`, { amount: { value: 5_000, currency: 'NOK' } });
  await expect(details.getByRole('definition').filter({ hasText: '49,50' })).toBeVisible();
  await expect(details.getByText('Try again: nothing is done twice.')).toBeHidden();
  await counter.shows('presented');
  await expect(display.locator('[data-offline]')).toHaveCount(0);
  const { state } = await shop.vipps.order(reference);
  expect(state).toMatchObject({ captured: 24_900, refunded: 4_950 });
});
