import { expect, test } from '../shop/screens/fixtures.ts';

test('a customer scans, approves and has paid; the money is captured', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900', 'Two coffees');
  await expect(display.getByText('Two coffees')).toBeVisible();
  await expect(display.getByRole('timer')).toHaveText(/9:5\d left/);
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');

  await shop.phone.scan(code);
  await counter.shows('scanned');
  await expect(display.getByText('We are waiting for your approval')).toBeVisible();
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Scanned, waiting for approval');

  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(display.locator('main')).toContainText('249,00');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('The money is captured.');
  const payment = await shop.payment();
  expect(payment).toMatchObject({ capture: 'captured', capturedAmount: 24_900, text: 'Two coffees' });
  const order = await shop.vipps.order(payment?.reference ?? '');
  expect(order.state).toMatchObject({ reserved: 24_900, captured: 24_900 });

  await cashier.getByRole('button', { name: 'New sale' }).click();
  await expect(cashier.getByRole('status', { name: 'Amount' })).toHaveText(/0,00/);
  await expect(cashier.getByRole('region', { name: 'Today' })).toContainText('Today, 1 sale, 249,00 kr');
});

test('a result is followed by the welcome after its time', async ({ shop, display }) => {
  const { body } = await shop.api('POST', `/tills/${shop.till}/payments`, {
    amount: { value: 24_900, currency: 'NOK' },
  });
  const { phoneUrl } = await shop.vipps.order(body.reference);
  await shop.phone.scan(phoneUrl);
  await shop.phone.act(phoneUrl, 'approve');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
});

test('after a declined card the customer pays with another one', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.scan();
  await shop.phone.act(code, 'decline');
  await expect(display.getByText('That card was declined.')).toBeVisible();
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(now.getByRole('heading', { name: 'Card declined' })).toBeVisible();
  await expect(now).toContainText('The customer can choose another card in Vipps. We are still waiting.');
  await counter.shows('scanned');
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await expect(display.getByText('That card was declined.')).toBeHidden();
});

test('a sales unit with direct capture is paid and captured at once', async ({ shop, counter }) => {
  await shop.vipps.set({ directCapture: true });
  const code = await counter.scan();
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  const payment = await shop.payment();
  expect(payment).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
  expect((await shop.vipps.order(payment?.reference ?? '')).calls['capture']).toBe(0);
});

test('a cashier refunds a part, then the rest', async ({ shop, cashier, counter }) => {
  const code = await counter.scan();
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  const reference = (await shop.payment())?.reference ?? '';
  const today = cashier.getByRole('region', { name: 'Today' });
  await today.getByRole('button', { name: /Two coffees/ }).click();
  const details = cashier.getByRole('dialog');
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  const amount = details.getByRole('textbox', { name: 'Amount to refund' });
  await amount.fill('nonsense');
  await details.getByRole('button', { name: 'Continue' }).click();
  await expect(details.getByText('Write an amount like 12,50.')).toBeVisible();
  await amount.fill('49,50');
  await details.getByRole('button', { name: 'Continue' }).click();
  await expect(details.getByText('Refund 49,50 kr?')).toBeVisible();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('49,50 kr is refunded.')).toBeVisible();
  expect((await shop.vipps.order(reference)).state.refunded).toBe(4_950);

  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(amount).toHaveValue('199,50');
  await details.getByRole('button', { name: 'Continue' }).click();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('199,50 kr is refunded.')).toBeVisible();
  expect((await shop.vipps.order(reference)).state.refunded).toBe(24_900);
  await expect(today).toContainText('Today, 1 sale, 0,00 kr');
  await expect(today).toContainText('Refunded');
});

test('a cashier sells by keyboard alone', async ({ cashier, counter }) => {
  await cashier.getByRole('textbox', { name: 'Text the customer sees' }).fill('Tea');
  await cashier.keyboard.press('Tab');
  await cashier.locator('body').click({ position: { x: 640, y: 790 } });
  await cashier.keyboard.type('4200');
  await cashier.keyboard.press('Enter');
  await counter.shows('presented');
  await cashier.keyboard.press('Escape');
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('cancelled');
});

test('amounts that cannot be paid are not charged', async ({ shop, cashier }) => {
  const keypad = cashier.getByRole('group', { name: 'Keypad' });
  await expect(cashier.getByRole('button', { name: /^Charge/ })).toBeDisabled();
  await keypad.getByRole('button', { name: '9', exact: true }).click();
  await keypad.getByRole('button', { name: '9', exact: true }).click();
  await cashier.keyboard.press('Enter');
  await expect(cashier.getByText('The least that can be paid is 1,00 kr')).toBeVisible();
  expect(await shop.payment()).toBeNull();
});
