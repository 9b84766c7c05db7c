import type { Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };

/** Requests of two tabs wait for each other, and then go out at once. */
async function sendAtOnce(tabs: readonly Page[], path: string): Promise<void> {
  const all = Promise.withResolvers<void>();
  let waiting = 0;
  for (const tab of tabs) {
    await tab.route(path, async (route) => {
      waiting += 1;
      if (waiting === tabs.length) all.resolve();
      await all.promise;
      await route.continue();
    });
  }
}

test('[P3] two tabs cancel the same payment at once: it is cancelled once, and both say so', async ({
  shop,
  cashier,
  secondCashier,
  display,
  counter,
}) => {
  await counter.charge('24900');
  const tabs = [cashier, secondCashier];
  for (const tab of tabs) await tab.getByRole('button', { name: 'Cancel this payment' }).click();
  await shop.vipps.breakDown({ on: 'cancel', kind: 'slow', delayMs: 500 });
  await sendAtOnce(tabs, '**/cancel');
  const answers = Promise.all(tabs.map((tab) => tab.waitForResponse('**/cancel')));
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Yes, cancel' }).click()));
  await counter.shows('cancelled');
  await expect(display.getByText('No money was taken.')).toBeVisible();
  for (const tab of tabs) await expect(tab.getByRole('region', now)).toContainText('Cancelled');
  expect((await answers).map((answer) => answer.status())).toEqual([200, 200]);
  const [order] = await shop.vipps.orders();
  expect(order).toMatchObject({ state: { cancelled: true, reserved: 0 }, calls: { cancel: 1 } });
});

test('[P3] one tab cancels what the other is just charging: no code is ever shown, and the next sale goes through', async ({
  shop,
  cashier,
  secondCashier,
  display,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'qr', kind: 'slow', delayMs: 4_500 });
  await counter.charge('24900');
  await counter.shows('started');
  await secondCashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await secondCashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('closing');
  await expect(display.getByRole('img', { name: /^QR code/ })).toHaveCount(0);
  await counter.shows('cancelled');
  for (const tab of [cashier, secondCashier]) {
    await expect(tab.getByRole('region', now)).toContainText('Nothing was taken.');
  }
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ cancelled: true, reserved: 0 });
  await shop.vipps.breakDown();
  await expect(cashier.getByRole('status', { name: 'Amount' })).toHaveText(/^0,00/);
  await counter.charge('5000');
  await counter.shows('presented');
});

test('[P2] two tabs refund the same payment at once: it is refunded once, and both show it', async ({
  shop,
  cashier,
  secondCashier,
  counter,
}) => {
  await counter.pay();
  await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
  const tabs = [cashier, secondCashier];
  for (const tab of tabs) {
    await tab
      .getByRole('region', today)
      .getByRole('button', { name: /Two coffees/ })
      .click();
    await tab.getByRole('button', { name: 'Refund', exact: true }).click();
    await tab.getByRole('button', { name: 'Continue' }).click();
  }
  await shop.vipps.breakDown({ on: 'refund', kind: 'slow', delayMs: 500 });
  await sendAtOnce(tabs, '**/refund');
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Yes, refund' }).click()));
  const answers: string[] = [];
  for (const tab of tabs) {
    const details = tab.getByRole('dialog');
    await expect(details.getByRole('definition').filter({ hasText: '249,00' })).toHaveCount(2);
    for (const name of ['Refund', 'Yes, refund']) {
      await expect(details.getByRole('button', { name, exact: true })).toHaveCount(0);
    }
    answers.push(await details.getByText(/is refunded|has moved on/).innerText());
  }
  expect(answers.sort()).toEqual([
    expect.stringContaining('is refunded'),
    expect.stringContaining('has moved on'),
  ]);
  const [order] = await shop.vipps.orders();
  expect(order).toMatchObject({ state: { refunded: 24_900 }, calls: { refund: 1 } });
});
