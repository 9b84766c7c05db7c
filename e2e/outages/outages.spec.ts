import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };

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

test('[P6] Vipps goes away while the QR is shown: the QR stays, and can be paid', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  await shop.vipps.breakDown({ on: 'details', kind: 'html' });
  await expect(display.getByText('Reconnecting to Vipps')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('Reconnecting to Vipps.');
  await counter.shows('presented');
  expect(await counter.readCode()).toBe(code);
  await shop.phone.scan(code);
  await shop.phone.act(code, 'approve');
  await shop.vipps.breakDown();
  await counter.shows('approved');
  await expect(display.getByText('Reconnecting to Vipps')).toBeHidden();
});

test('[P4] Vipps goes away while a cancel is not settled: the next customer is served meanwhile', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.charge('24900', 'Two coffees');
  await counter.shows('presented');
  const orderId = (await shop.payment())?.reference ?? '';
  await shop.vipps.breakDown(
    { on: 'cancel', kind: 'status', status: 500, orderId },
    { on: 'details', kind: 'reset', orderId },
  );
  await counter.cancel();
  await counter.shows('closing');
  await expect(display.getByText('Reconnecting to Vipps')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('Other customers can pay.');
  const code = await counter.sell('5000', 'Tea');
  await expect(display.getByText('Reconnecting to Vipps')).toBeHidden();
  const list = cashier.getByRole('region', { name: 'Today' });
  await expect(list.getByRole('button', { name: /Two coffees/ })).toContainText('Finishing');
  await shop.vipps.breakDown();
  const first = async () => (await shop.api('GET', `/payments/${orderId}`)).body.state;
  await expect.poll(first).toBe('cancelled');
  await counter.shows('presented');
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await expect(list.getByRole('button', { name: /Two coffees/ })).toContainText('Cancelled');
});

test('[P4] a double tap on Charge, and a second tab, yield one payment', async ({
  shop,
  cashier,
  secondCashier,
  counter,
}) => {
  const keypad = cashier.getByRole('group', { name: 'Keypad' });
  for (const digit of ['5', '00', '0'])
    await keypad.getByRole('button', { name: digit, exact: true }).click();
  await cashier.getByRole('button', { name: /^Charge/ }).dblclick();
  await counter.shows('presented');
  await expect(secondCashier.getByRole('button', { name: /A payment is on the customer/ })).toBeDisabled();
  const second = await shop.api('POST', `/tills/${shop.till}/payments`, {
    amount: { value: 100, currency: 'NOK' },
  });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'till_busy' } } });
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('the display is offline when the customer has paid: it keeps Paid, and comes back by itself', async ({
  cashier,
  display,
  counter,
}) => {
  await counter.pay();
  await display.context().setOffline(true);
  await expect(display.getByText('Reconnecting')).toBeVisible();
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(cashier.getByText('Connection to the till server lost.')).toBeHidden();
  await counter.charge('5000');
  await display.context().setOffline(false);
  await counter.shows('presented');
  await expect(display.getByText('Reconnecting')).toBeHidden();
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
      const headers = {
        ...shop.signedIn,
        prefer: 'wait=1',
        ...(etag === '' ? {} : { 'if-none-match': etag }),
      };
      const answer = await fetch(`${shop.url}/api/tills/${shop.till}/payment`, { headers });
      etag = answer.headers.get('etag') ?? '';
    }
  };
  await Promise.all([watcher(), watcher(), watcher()]);
  const [order] = await shop.vipps.orders();
  const looks = order?.looks ?? [];
  expect(looks.length).toBeGreaterThanOrEqual(4);
  // Four seconds from the first to the fifth, and so on: whatever a busy machine does to single ones, they do not become more.
  const lastedMs = (looks.at(-1) ?? 0) - (looks[0] ?? 0);
  expect(looks.length - 1).toBeLessThanOrEqual(Math.round(lastedMs / 1000));
});
