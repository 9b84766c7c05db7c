import type { Page } from 'playwright/test';
import { type Counter, expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

// A slow machine needs time between two acts that are meant to happen at once.
test.use({ speed: 1 });

const now = { name: 'Now' };
const today = { name: 'Today' };

/** A sale that runs out in a moment, while Vipps does not answer polls; the customer pays it just before. */
async function payInTheLastMoment(shop: Shop, counter: Counter): Promise<string> {
  await shop.vipps.set({ lifetimeSeconds: 5 });
  await shop.vipps.breakDown({ on: 'details', kind: 'reset' });
  await counter.charge('24900', 'Two coffees');
  await expect.poll(async () => (await shop.payment())?.state, { intervals: [50] }).toBe('presented');
  const [order] = await shop.vipps.orders();
  const { orderId = '', phoneUrl = '' } = order ?? {};
  await shop.phone.act(phoneUrl, 'approve');
  await counter.shows('closing');
  return orderId;
}

/** What the till shows does not reach this tab any more. @returns what lets it through again. */
async function hearNothing(tab: Page): Promise<() => void> {
  const asked = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  await tab.route('**/api/tills/*/payment', async (route) => {
    asked.resolve();
    await heard.promise;
    await route.continue();
  });
  await asked.promise;
  return heard.resolve;
}

const lookCount = async (shop: Shop) => (await shop.vipps.orders())[0]?.calls['details'] ?? 0;

test('[P3] the cashier cancels while the customer approves: the money is given back, and both screens say so', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.scan();
  await shop.vipps.breakDown({ on: 'cancel', kind: 'slow', delayMs: 2_000 });
  await counter.cancel();
  await counter.shows('closing');
  await shop.phone.act(code, 'approve');
  await expect(display.getByRole('heading', { name: 'You will not be charged' })).toBeVisible();
  await counter.shows('cancelled');
  await expect(cashier.getByRole('region', now)).toContainText('The reservation was released.');
  await expect(cashier.getByRole('region', today)).toContainText('Released');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ reserved: 24_900, captured: 0, cancelled: true });
});

test('[P3] the cashier cancels in the very moment in which the approval is seen: what Vipps confirms is said', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.scan();
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  const before = await lookCount(shop);
  await shop.vipps.breakDown({ on: 'details', kind: 'slow', delayMs: 2_000 });
  await shop.phone.act(code, 'approve');
  await expect.poll(() => lookCount(shop), { intervals: [50] }).toBeGreaterThan(before);
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('closing');
  await shop.vipps.breakDown();
  await counter.shows('cancelled');
  await expect(display.getByRole('heading', { name: 'You will not be charged' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The reservation was released.');
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ reserved: 24_900, captured: 0, cancelled: true });
});

test('[P1] the cashier cancels a sale that was paid a moment ago: the sale stands, and both screens say Paid', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.scan();
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  const hearAgain = await hearNothing(cashier);
  await shop.vipps.breakDown({ on: 'capture', kind: 'slow', delayMs: 1_000 });
  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await expect(cashier.getByText('The payment has moved on')).toBeVisible();
  hearAgain();
  await expect(cashier.getByRole('region', now)).toContainText('The money is captured.');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ captured: 24_900, cancelled: false });
  expect(order?.calls['cancel']).toBe(0);
});

test('[P1] time runs out while the customer approves: a customer who was in time has paid, on both screens', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await payInTheLastMoment(shop, counter);
  await expect(display.getByRole('heading', { name: 'One moment' })).toBeVisible();
  await shop.vipps.breakDown();
  await counter.shows('approved');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('The money is captured.');
  await expect(cashier.getByText('Needs attention')).toHaveCount(0);
});

test('[P3] time ran out while Vipps was away, and the first customer turns out to have approved when the next one pays: the first is not charged', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const first = await payInTheLastMoment(shop, counter);
  await shop.vipps.breakDown({ on: 'details', kind: 'reset', orderId: first });
  await shop.vipps.set({ lifetimeSeconds: 600 });
  const code = await counter.sell('5000', 'Tea');
  await shop.vipps.breakDown();
  const isReleased = async () => (await shop.vipps.order(first)).state.cancelled;
  await expect.poll(isReleased).toBe(true);
  expect((await shop.vipps.order(first)).state.captured).toBe(0);
  const state = async () => (await shop.api('GET', `/payments/${first}`)).body.state;
  await expect.poll(state).toBe('expired');
  await counter.shows('presented');
  expect(await counter.readCode()).toBe(code);
  await expect(cashier.getByRole('region', now)).toContainText('50,00');

  await shop.phone.act(code, 'approve');
  await counter.shows('approved');
  await expect(display.locator('main')).toContainText('50,00');
  const list = cashier.getByRole('region', today);
  await expect(list).toContainText('Today, 1 sale, 50,00 kr');
  await expect(list).toContainText('The customer approved 249,00 kr after the payment had ended.');
});
