// Answers of Vipps that are good but odd, on both screens.
import { expect, test } from '../shop/screens/fixtures.ts';

test('a code on a host that is not allowed: the cashier reads host and variable, and the order is cancelled', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'qr', kind: 'odd', oddity: 'image_elsewhere' });
  await counter.charge('24900');
  await counter.shows('failed');
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(now).toContainText('The QR code lies at qr-images.example.com');
  await expect(now).toContainText('add it to VIPPS_QR_IMAGE_HOSTS');
  await expect(display.getByRole('heading', { name: 'The payment could not start' })).toBeVisible();
  await expect(display.locator('body')).not.toContainText('VIPPS_QR_IMAGE_HOSTS');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
});

test('[P1] odd answers stop no sale, and the log says once what was odd', async ({
  shop,
  counter,
  display,
}) => {
  await shop.vipps.breakDown(
    { on: 'initiate', kind: 'odd', oddity: 'byte_order_mark' },
    { on: 'qr', kind: 'odd', oddity: 'expires_huge' },
    { on: 'details', kind: 'odd', oddity: 'strange_entry' },
  );
  await counter.pay();
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  expect((await shop.vipps.orders())[0]?.calls['details']).toBeGreaterThan(1);
  const told = shop.log.split('\n').filter((line) => line.includes('nobody knows: RECONCILE'));
  expect(told).toHaveLength(1);
});
