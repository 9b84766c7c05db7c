import { expect, test } from '../shop/screens/fixtures.ts';

// What the screens show for fifteen seconds is waited for over a restart of the server.
test.use({ speed: 1 });

const now = { name: 'Now' };
const today = { name: 'Today' };

test('[P3] money is reserved after a cancel: it is released at the next start, and both screens say so', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.sell('24900');
  await counter.cancel();
  await counter.shows('cancelled');
  await expect(display.getByText('No money was taken.')).toBeVisible();
  const [order] = await shop.vipps.orders();
  await shop.stopServer();
  await shop.vipps.approveLate(order?.orderId ?? '', 'reserve');
  await shop.startServer();
  await expect(display.getByRole('heading', { name: 'You will not be charged' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The reservation was released.');
  const list = cashier.getByRole('region', today);
  await expect(list.getByText('Needs attention')).toBeVisible();
  await expect(list).toContainText('Released');
  const [after] = await shop.vipps.orders();
  expect(after?.state).toMatchObject({ reserved: 24_900, captured: 0, cancelled: true });
});

test('[P3] money is captured after time ran out: it is refunded in full at the next start, and both screens say so', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.vipps.set({ lifetimeSeconds: 2 });
  await counter.charge('24900');
  await counter.shows('expired');
  const [order] = await shop.vipps.orders();
  await shop.stopServer();
  await shop.vipps.approveLate(order?.orderId ?? '', 'sale');
  await shop.startServer();
  await expect(display.getByRole('heading', { name: 'Your money was refunded' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('It was refunded in full.');
  const list = cashier.getByRole('region', today);
  await expect(list.getByText('Needs attention')).toBeVisible();
  await expect(list).toContainText('Today, 0 sales, 0,00 kr');
  const [after] = await shop.vipps.orders();
  expect(after).toMatchObject({ state: { captured: 24_900, refunded: 24_900 }, calls: { refund: 1 } });
});
