import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };
const couldNotStart = { name: 'The payment could not start' };

test('[P1] Vipps cannot be reached while starting: both screens say so', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vippsDown();
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByRole('heading', couldNotStart)).toBeVisible();
  await expect(display.getByText('Vipps could not be reached. No money was taken.')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  await expect(cashier.getByRole('region', today)).toContainText('Could not start');
  await cashier.getByRole('button', { name: 'New sale' }).click();
  await expect(cashier.getByRole('status', { name: 'Amount' })).toBeVisible();
});

test('no access token can be had for a sale without a text: nothing is started, and charging again works', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  // The token that the server has from its start is not taken any more.
  await shop.vipps.breakDown(
    { on: 'initiate', kind: 'status', status: 401 },
    { on: 'token', kind: 'status', status: 503 },
  );
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByText('Vipps could not be reached. No money was taken.')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  expect(await shop.vipps.orders()).toEqual([]);
  await shop.vipps.breakDown();
  await cashier.getByRole('button', { name: /^Charge 249,00/ }).click();
  await counter.shows('presented');
  await expect(cashier.getByRole('status', { name: 'Amount' })).toHaveText(/^0,00/);
  await expect(cashier.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('[P4] Vipps took the order but its answer was lost: it is closed there, and the sale goes on under a new reference', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'drop_after', times: 1 });
  await counter.charge('24900', 'Two coffees');
  await counter.shows('presented');
  const [second, first] = await shop.vipps.orders();
  expect(second?.orderId).toBe(`${first?.orderId}-2`);
  expect(first?.state).toMatchObject({ cancelled: true, reserved: 0 });
  expect(await counter.readCode()).toBe(second?.phoneUrl);
  await expect(cashier.getByRole('region', now)).toContainText('Waiting for the scan');
  await expect(cashier.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  await shop.phone.act(second?.phoneUrl ?? '', 'approve');
  await counter.shows('approved');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const list = cashier.getByRole('region', today);
  await expect(list).toContainText('Today, 1 sale, 249,00 kr');
  await expect(list).toContainText('Started over');
});

test('[P1] two starts in a row are lost: both orders are closed at Vipps before anyone is told', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'drop_after' });
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByText('Vipps could not be reached. No money was taken.')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  const orders = await shop.vipps.orders();
  expect(orders.map(({ state }) => state.cancelled)).toEqual([true, true]);
});

test('Vipps refuses the sale: both screens say so', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByRole('heading', couldNotStart)).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('refused the sale. Nothing was charged.');
});

test('[P4] the QR cannot be had: the order is closed at Vipps and the till is free', async ({
  shop,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'qr', kind: 'html', status: 502 });
  await counter.charge('24900');
  await counter.shows('failed');
  const [order] = await shop.vipps.orders();
  expect(order?.state.cancelled).toBe(true);
  await shop.vipps.breakDown();
  const answer = await shop.api('POST', `/tills/${shop.till}/payments`, {
    amount: { value: 100, currency: 'NOK' },
  });
  expect(answer).toMatchObject({ status: 201, body: { state: 'presented' } });
});

test('[P1] the QR image cannot be had: both screens say that nothing was charged, and nothing can be paid', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'image', kind: 'status', status: 404 });
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByText('Vipps could not be reached. No money was taken.')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  const [order] = await shop.vipps.orders();
  await shop.phone.act(order?.phoneUrl ?? '', 'approve');
  expect((await shop.vipps.orders())[0]?.state).toMatchObject({ cancelled: true, reserved: 0 });
});

test('[P1] Vipps goes away in the middle of a start: "one moment" until nothing can be paid there any more', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown(
    { on: 'qr', kind: 'reset' },
    { on: 'details', kind: 'reset' },
    { on: 'cancel', kind: 'reset' },
  );
  await counter.charge('24900');
  await counter.shows('closing');
  await expect(display.getByRole('heading', { name: 'One moment' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('the customer may have paid');
  await shop.vipps.breakDown();
  await counter.shows('failed');
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
});
