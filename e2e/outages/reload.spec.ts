import type { Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';

// Time runs at its real speed: results are shown for ten seconds, and a reload takes long on a slow machine.
test.use({ speed: 1 });

const now = { name: 'Now' };
type Screens = { cashier: Page; display: Page };
const reload = ({ cashier, display }: Screens) => Promise.all([display.reload(), cashier.reload()]);

test('both screens come back to where a sale is after a reload, from idle to paid', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const comeBack = async (state: string, title: string, words: string) => {
    await counter.shows(state);
    await reload({ cashier, display });
    await counter.shows(state);
    await expect(display.getByRole('heading', { name: title })).toBeVisible();
    await expect(cashier.getByRole('region', now)).toContainText(words);
  };
  await comeBack('idle', 'Welcome', 'Ready');

  await shop.vipps.breakDown({ on: 'qr', kind: 'slow', delayMs: 3_000 });
  await counter.charge('24900', 'Two coffees');
  await comeBack('started', 'Preparing', 'Fetching the QR code');
  await counter.shows('presented');
  await shop.vipps.breakDown();
  const code = await counter.readCode();
  await reload({ cashier, display });
  await counter.shows('presented');
  expect(await counter.readCode()).toBe(code);
  await expect(cashier.getByRole('region', now)).toContainText('Waiting for the scan');

  await shop.phone.scan(code);
  await comeBack('scanned', 'Approve in Vipps', 'Scanned, waiting for approval');
  await shop.phone.act(code, 'approve');
  await comeBack('approved', 'Paid', 'Paid');
});

test('[P1] both screens come back to "cancelled" after a reload, when the customer said no', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await shop.phone.act(await counter.scan(), 'cancel');
  await counter.shows('cancelled');
  await reload({ cashier, display });
  await counter.shows('cancelled');
  await expect(display.getByRole('heading', { name: 'Payment cancelled' })).toBeVisible();
  await expect(cashier.getByRole('region', now)).toContainText('Cancelled by customer');
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
  await reload({ cashier, display });
  await counter.shows('closing');
  await expect(display.getByRole('heading', { name: 'One moment' })).toBeVisible();
  await expect(display.getByText('No money was taken')).toHaveCount(0);
  await expect(cashier.getByRole('region', now)).toContainText('the customer may have paid');
});

test('both screens come back to "could not start"', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await counter.charge('24900');
  await counter.shows('failed');
  await reload({ cashier, display });
  await counter.shows('failed');
  await expect(cashier.getByRole('region', now)).toContainText('Nothing was charged.');
});

test('both screens come back to "time ran out"', async ({ shop, cashier, display, counter }) => {
  await shop.vipps.set({ lifetimeSeconds: 4 });
  await counter.sell('24900');
  await counter.shows('expired');
  await reload({ cashier, display });
  await counter.shows('expired');
  await expect(cashier.getByRole('region', now)).toContainText('Time ran out');
});
