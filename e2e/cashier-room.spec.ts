// What is cut off, scrolled away or out of date is not read.
import type { Locator } from 'playwright/test';
import { expect, test } from './shop/fixtures.ts';

const low = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];

test('[P6] a cancel that did not reach the server hides nothing of the payment, and says when the server is back', async ({
  shop,
  cashier,
  counter,
}) => {
  const now = cashier.getByRole('region', { name: 'Now' });
  await counter.sell('24900', 'Two coffees');
  const code = now.getByRole('img', { name: 'The QR code that the customer sees' });
  expect((await code.locator('..').boundingBox())?.width).toBeGreaterThan(220);
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await shop.stopServer();
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  const question = now.getByRole('group', { name: 'Cancel this payment?' });
  await expect(question).toContainText('The till server cannot be reached.');
  await expect(cashier.getByText('Connection to the till server lost.')).toBeVisible();
  for (const size of low) {
    await cashier.setViewportSize(size);
    const top = (await question.boundingBox())?.y ?? 0;
    for (const part of [now.getByText('Waiting for the scan'), now.getByRole('timer')]) {
      const box = await part.boundingBox();
      expect((box?.y ?? top) + (box?.height ?? 0), `${size.width}`).toBeLessThan(top);
    }
  }
  await shop.startServer();
  await expect(question).toContainText('The till server answers again.');
  await expect(question).not.toContainText('cannot be reached');
  await expect(question).not.toContainText('If you call support');
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await counter.shows('cancelled');
});

test('[P6] a charge that did not reach the server is told so until the server is back', async ({
  shop,
  cashier,
  counter,
}) => {
  await expect(cashier.getByText('Ready')).toBeVisible();
  await shop.stopServer();
  await counter.charge('24900');
  const alert = cashier.getByRole('alert').filter({ hasText: /./ });
  await expect(alert).toContainText('The till server cannot be reached.');
  await shop.startServer();
  await expect(alert).toHaveText(/^The till server answers again\./);
  await cashier.getByRole('button', { name: /^Charge 249,00/ }).click();
  await counter.shows('presented');
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('a finished sale leads to its details, whose title and way out stay in sight', async ({
  shop,
  cashier,
  counter,
}) => {
  await shop.phone.act(await counter.sell('24900', 'Two coffees'), 'approve');
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(now).toContainText('The money is captured.');
  await now.getByRole('button', { name: 'Details' }).click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await expect(details.getByRole('button', { name: 'Print receipt' })).toBeVisible();
  await expect(details.getByText('Sale entered')).toBeVisible();
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
  expect(await details.evaluate((dialog) => dialog.scrollTop)).toBeGreaterThan(20);
  const seen = (part: Locator) => part.evaluate(isOnTop);
  expect(await seen(details.getByRole('heading', { name: 'Payment' }))).toBe(true);
  expect(await seen(details.getByRole('button', { name: 'Close' }))).toBe(true);
  // Another program sells meanwhile: what is being done here stays.
  await cashier.getByRole('dialog').getByLabel('Amount to refund').fill('49,00');
  await shop.api('POST', `/tills/${shop.till}/payments`, { amount: { value: 100, currency: 'NOK' } });
  await expect(now).toContainText('Waiting for the scan');
  await expect(details.getByLabel('Amount to refund')).toHaveValue('49,00');
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toHaveCount(0);
});

test('a row shows that it opens, and what came to nothing weighs less than what was paid', async ({
  shop,
  cashier,
  counter,
}) => {
  await counter.soldBefore(24_900, 'Two coffees');
  await shop.phone.act(await counter.sell('4200', 'Tea'), 'cancel');
  const rows = cashier.getByRole('region', { name: 'Today' }).getByRole('listitem');
  const weight = (text: string) =>
    rows
      .filter({ hasText: text })
      .locator('b')
      .evaluate((amount) => Number(getComputedStyle(amount).fontWeight));
  await expect(rows.filter({ hasText: 'Tea' })).toContainText('Cancelled by customer');
  expect(await weight('Tea')).toBeLessThan(await weight('Two coffees'));
  await expect(rows.locator('[data-icon="chevron"]')).toHaveCount(2);
});

/** Whether what is drawn in the middle of a part is that part. */
function isOnTop(part: Element): boolean {
  const { x, y, width, height } = part.getBoundingClientRect();
  return part.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}
