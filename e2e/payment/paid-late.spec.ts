import type { Page } from 'playwright/test';
import { type Counter, expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

/** The customer pays, and the cashier cancels before a poll can show the payment. */
async function payWhileCancelling(shop: Shop, cashier: Page, counter: Counter): Promise<void> {
  await shop.vipps.set({ directCapture: true });
  const code = await counter.scan();
  await shop.vipps.breakDown({ on: 'details', kind: 'reset' });
  await shop.phone.act(code, 'approve');
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('closing');
  await shop.vipps.breakDown();
  await counter.shows('approved');
}

test('[P3] the customer had paid before a cancel reached Vipps: the cashier reads it and refunds it right there', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  await payWhileCancelling(shop, cashier, counter);

  await expect(display.getByText('Please speak to the cashier before you leave.')).toBeVisible();
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(now).toContainText('Refund it if the sale was not intended');
  const today = cashier.getByRole('region', { name: 'Today' });
  await expect(today.getByText('Needs attention')).toBeVisible();
  await expect(today).toContainText('Paid late');

  await now.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(now.getByRole('textbox', { name: 'Amount to refund' })).toHaveValue('249,00');
  await now.getByRole('button', { name: 'Continue' }).click();
  await now.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(now).toContainText('249,00 kr is refunded.');
  await expect(today.getByText('Needs attention')).toBeHidden();
  const [order] = await shop.vipps.orders();
  expect(order?.state).toMatchObject({ captured: 24_900, refunded: 24_900 });
  expect(order?.calls['refund']).toBe(1);
});

test('[P3] a late payment is refunded from the list of what needs attention, after the cashier has gone on', async ({
  shop,
  cashier,
  counter,
}) => {
  await payWhileCancelling(shop, cashier, counter);
  await cashier.getByRole('button', { name: 'New sale' }).click();

  const today = cashier.getByRole('region', { name: 'Today' });
  await today.getByRole('button', { name: 'Refund', exact: true }).click();
  const details = cashier.getByRole('dialog');
  await expect(details.getByRole('textbox', { name: 'Amount to refund' })).toBeFocused();
  await details.getByRole('button', { name: 'Continue' }).click();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('249,00 kr is refunded.')).toBeVisible();
  await expect(today.getByText('Needs attention')).toBeHidden();
});
