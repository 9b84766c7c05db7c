import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };

test('[P2] a capture that fails three times needs attention, and is done automatically once Vipps accepts it', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'capture', kind: 'status', status: 500 });
  await counter.pay();
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The money is being captured.');
  const list = cashier.getByRole('region', today);
  await expect(list).toContainText('Capture delayed');
  await expect(list.getByText('Needs attention')).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText(
    'has not confirmed the capture of 249,00 kr yet',
  );
  // When exactly staff are told is tested on injected time; on a slow machine there has been another try by now.
  expect((await shop.vipps.orders())[0]?.calls['capture']).toBeGreaterThanOrEqual(3);
  await shop.vipps.breakDown();
  // Pending operations are due at a start, so this test need not wait for the next try.
  await shop.restartServer();
  // It may be over for the display by then, and folded.
  await expect(cashier.getByRole('region', now)).toContainText(
    /The money is captured\.|Last sale: 249,00\s*kr paid/,
  );
  await expect(list.getByText('Needs attention')).toBeHidden();
  expect((await shop.vipps.orders())[0]?.state).toMatchObject({ captured: 24_900 });
});

test('Vipps refuses the capture for good: the cashier reads why, and captures it later', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'capture', kind: 'status', status: 400 });
  await counter.pay();
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const middle = cashier.getByRole('region', now);
  await expect(middle).toContainText('Vipps refused the capture. Capture it again.');
  const list = cashier.getByRole('region', today);
  await expect(list).toContainText('Not captured');
  await list.getByRole('button', { name: /refused the capture/ }).click();
  const details = cashier.getByRole('dialog');
  await expect(details).toContainText('Vipps says: Merchant is blocked');
  const support = details.getByRole('heading', { name: 'References for the support of Vipps MobilePay' });
  await expect(support).toBeVisible();
  await expect(details.getByRole('term').filter({ hasText: 'Failed capture' })).toHaveCount(1);
  await expect(
    details.getByRole('definition').filter({ hasText: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ }),
  ).toHaveCount(1);
  await cashier.keyboard.press('Escape');
  await shop.vipps.breakDown();
  await middle.getByRole('button', { name: 'Capture 249,00' }).click();
  await middle.getByRole('button', { name: 'Yes, capture' }).click();
  await expect(middle).toContainText('The money is captured.');
  await expect(list.getByText('Needs attention')).toBeHidden();
  expect((await shop.vipps.orders())[0]?.state).toMatchObject({ captured: 24_900 });
});
