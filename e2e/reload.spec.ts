import { expect, test } from './shop/fixtures.ts';
import type { Shop } from './shop/shop.ts';

type Step = (shop: Shop, code: string) => Promise<void>;
const approve: Step = (shop, code) => shop.phone.act(code, 'approve');
const refuse: Step = (shop, code) => shop.phone.act(code, 'cancel');

const states: [state: string, title: string, words: string, step: Step | null][] = [
  ['scanned', 'Approve in Vipps', 'Scanned, waiting for approval', null],
  ['approved', 'Paid', 'Paid', approve],
  ['cancelled', 'Payment cancelled', 'Cancelled by customer', refuse],
];

for (const [state, title, words, step] of states) {
  test(`both screens come back to ${state} after a reload`, async ({ shop, cashier, display, counter }) => {
    const code = await counter.scan();
    await step?.(shop, code);
    await counter.shows(state);
    await Promise.all([display.reload(), cashier.reload()]);
    await counter.shows(state);
    await expect(display.getByRole('heading', { name: title })).toBeVisible();
    await expect(cashier.getByRole('region', { name: 'Now' })).toContainText(words);
  });
}

test('both screens come back to idle after a reload', async ({ cashier, display, counter }) => {
  await counter.shows('idle');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('idle');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Ready');
});

test('both screens come back to the same QR after a reload', async ({ cashier, display, counter }) => {
  const code = await counter.sell('24900');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('presented');
  expect(await counter.readCode()).toBe(code);
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
});

test('both screens come back while the QR is being fetched', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.breakDown({ on: 'qr', kind: 'slow', delayMs: 3_000 });
  await counter.charge('24900');
  await counter.shows('started');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('started');
  await expect(display.getByRole('heading', { name: 'Preparing' })).toBeVisible();
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Fetching the QR code');
  await counter.shows('presented');
});

test('[P1] both screens come back to "one moment" while a cancel is not settled', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await counter.sell('24900');
  await shop.vipps.breakDown({ on: 'cancel', kind: 'status', status: 500 }, { on: 'details', kind: 'reset' });
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('closing');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('closing');
  await expect(display.getByRole('heading', { name: 'One moment' })).toBeVisible();
  await expect(display.getByText('Nothing was taken')).toHaveCount(0);
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('nothing is left open');
});

test('both screens come back to "could not start"', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await counter.charge('24900');
  await counter.shows('failed');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('failed');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Nothing was charged.');
});

test('both screens come back to "time ran out"', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.set({ lifetimeSeconds: 4 });
  await counter.sell('24900');
  await counter.shows('expired');
  await Promise.all([display.reload(), cashier.reload()]);
  await counter.shows('expired');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Time ran out');
});
