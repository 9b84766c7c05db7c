import { expect, test } from './shop/fixtures.ts';

test.use({ settings: { VIPPS_API: 'epayment' } });

const now = { name: 'Now' };
const today = { name: 'Today' };

test('ePayment: a customer scans, approves and has paid; the money is captured', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900', 'Two coffees');
  await expect(display.getByText('Then approve the payment in Vipps')).toBeVisible();
  await shop.phone.scan(code);
  await expect(cashier.getByRole('region', now)).toContainText('Waiting for the scan');
  await counter.shows('presented');
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The money is captured.');
  const { reference = '' } = (await shop.payment()) ?? {};
  expect((await shop.vipps.order(reference)).state).toMatchObject({ reserved: 24_900, captured: 24_900 });

  const amount = { value: 9_900, currency: 'NOK' };
  expect(await shop.api('POST', `/payments/${reference}/refund`, { amount })).toMatchObject({ status: 200 });
  expect((await shop.vipps.order(reference)).state).toMatchObject({ refunded: 9_900 });
  await expect(display.getByText('99,00')).toBeVisible();
});

test('[P1] ePayment: a customer who says no is told that nothing was taken', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  await shop.phone.scan(code);
  await shop.phone.act(code, 'cancel');
  await counter.shows('cancelled');
  await expect(display.getByText('Nothing was taken')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('Cancelled by customer');
});

test('[P3] ePayment: a cashier cancels, and the code cannot be paid any more', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  await counter.cancel();
  await counter.shows('cancelled');
  await expect(display.getByRole('heading', { name: 'Payment cancelled' })).toBeVisible();
  await expect(cashier.getByRole('region', today)).toContainText('Cancelled');
  await shop.phone.act(code, 'approve');
  expect((await shop.vipps.orders())[0]?.state).toMatchObject({ reserved: 0, cancelled: true });
});

test('[P1] ePayment: Vipps says that time ran out, and both screens do', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.set({ lifetimeSeconds: 5 });
  await counter.sell('24900');
  await counter.shows('expired');
  await expect(display.getByRole('heading', { name: 'Time ran out' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('Time ran out');
});

test('[P6] ePayment: Vipps goes away while the QR is shown: the QR stays, and can be paid', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  await shop.vipps.breakDown({ on: 'details', kind: 'reset' });
  await expect(display.getByText('Reconnecting to Vipps')).toBeVisible();
  await counter.shows('presented');
  await shop.phone.scan(code);
  await shop.phone.act(code, 'approve');
  await shop.vipps.breakDown();
  await counter.shows('approved');
  await expect(cashier.getByRole('region', now)).toContainText('The money is captured.');
});

test('[P1] ePayment: Vipps cannot be reached while starting: both screens say so', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vippsDown();
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByText('could not be reached')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached');
});
