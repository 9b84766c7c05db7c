import { expect, test } from './shop/fixtures.ts';

const now = { name: 'Now' };

test('[P1] Vipps cannot be reached while starting: both screens say so, and nothing is open', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vippsDown();
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(display.getByRole('heading', { name: 'Could not start' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  await expect(cashier.getByRole('region', { name: 'Today' })).toContainText('Could not start');
  await cashier.getByRole('button', { name: 'New sale' }).click();
  await expect(cashier.getByRole('status', { name: 'Amount' })).toBeVisible();
});

test('[P1] Vipps took the order but its answer was lost: it is closed there before anyone is told', async ({
  shop,
  cashier,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'drop_after' });
  await counter.charge('24900');
  await counter.shows('failed');
  await expect(cashier.getByRole('region', now)).toContainText('could not be reached. Nothing was charged.');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
});

test('Vipps refuses the sale: both screens say so', async ({ shop, cashier, counter }) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await counter.charge('24900');
  await counter.shows('failed');
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
  const answer = await shop.api('POST', '/tills/1/payments', { amount: { value: 100, currency: 'NOK' } });
  expect(answer).toMatchObject({ status: 201, body: { state: 'presented' } });
});

test('[P6] Vipps goes away while the customer is in the app: the screens wait, and then see the approval', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.scan();
  await shop.vipps.breakDown({ on: 'details', kind: 'reset' });
  await expect(display.getByText('Reconnecting to Vipps')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The payment is not lost.');
  await counter.shows('scanned');
  await shop.phone.act(code, 'approve');
  await shop.vipps.breakDown();
  await counter.shows('approved');
  await expect(display.getByText('Reconnecting to Vipps')).toBeHidden();
});

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

test('[P4] a double tap on Charge, and a second tab, yield one payment', async ({
  shop,
  cashier,
  counter,
}) => {
  const keypad = cashier.getByRole('group', { name: 'Keypad' });
  for (const digit of ['5', '00', '0'])
    await keypad.getByRole('button', { name: digit, exact: true }).click();
  const other = await cashier.context().newPage();
  await other.goto(cashier.url());
  await cashier.getByRole('button', { name: /^Charge/ }).dblclick();
  await counter.shows('presented');
  await expect(other.getByRole('button', { name: /A payment is on the customer/ })).toBeDisabled();
  const second = await shop.api('POST', '/tills/1/payments', { amount: { value: 100, currency: 'NOK' } });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'till_busy' } } });
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('[P5] two screens and three programs watch, and Vipps is asked once a second', async ({
  shop,
  counter,
}) => {
  await counter.sell('24900');
  const until = Date.now() + 5_000;
  const watcher = async () => {
    let etag = '';
    while (Date.now() < until) {
      const headers = { prefer: 'wait=1', ...(etag === '' ? {} : { 'if-none-match': etag }) };
      const answer = await fetch(`${shop.url}/api/tills/1/payment`, { headers });
      etag = answer.headers.get('etag') ?? '';
    }
  };
  await Promise.all([watcher(), watcher(), watcher()]);
  const [order] = await shop.vipps.orders();
  const looks = order?.looks ?? [];
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
  expect(pauses.length).toBeGreaterThanOrEqual(4);
  // The pause runs from begin to begin on the server; the stand-in sees the arrivals, a few milliseconds apart from that.
  expect(Math.min(...pauses)).toBeGreaterThan(900);
});
