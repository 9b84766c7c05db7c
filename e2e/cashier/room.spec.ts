// Room and freshness: nothing important is cut off, scrolled away or out of date.
import type { Locator, Page } from 'playwright/test';
import { sale } from '../contact-sheet/states.ts';
import { english, expect, test } from '../pages/fixtures.ts';
import { paid, paymentOf, saleOf, tellDay } from '../pages/sales.ts';

const low = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];

/** All requests of this tab fail as if no server ran. @returns what ends that. */
async function cutOff(cashier: Page): Promise<() => Promise<void>> {
  const all = '**/api/**';
  await cashier.route(all, (route) => route.abort('connectionrefused'));
  return () => cashier.unroute(all);
}

test('[P6] a cancel that did not reach the server hides nothing of the payment, and says when the server is back', async ({
  freshCashier: tab,
}) => {
  const { page: cashier, api } = tab;
  const now = cashier.getByRole('region', { name: 'Now' });
  const coffees = saleOf('till-1-coffees', { text: 'Two coffees' });
  await tab.show(coffees('presented'), english);
  const code = now.getByRole('img', { name: 'The QR code that the customer sees' });
  expect((await code.locator('..').boundingBox())?.width).toBeGreaterThan(220);
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  const reconnect = await cutOff(cashier);
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
  await reconnect();
  await expect(question).toContainText('The till server answers again.');
  await expect(question).not.toContainText('cannot be reached');
  await expect(question).not.toContainText('If you call support');
  const cancelled = coffees('cancelled', { endedBy: 'staff' });
  api.answer('POST', /^\/api\/payments\/till-1-coffees\/cancel$/, () => {
    api.tell({ state: cancelled, language: english });
    return { json: paymentOf(cancelled.payment, english, 2) };
  });
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await expect(now.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
});

test('[P6] a charge that did not reach the server is told so until the server is back', async ({
  freshCashier: tab,
}) => {
  const { page: cashier, api } = tab;
  await tab.show({ name: 'idle', payment: null }, english);
  await expect(cashier.getByText('Ready')).toBeVisible();
  const keys: (string | undefined)[] = [];
  cashier.on('request', (request) => {
    const isCharge = request.method() === 'POST' && request.url().endsWith('/payments');
    if (isCharge) keys.push(request.headers()['idempotency-key']);
  });
  const reconnect = await cutOff(cashier);
  await cashier.keyboard.type('24900');
  await cashier.getByRole('button', { name: /^Charge kr 249\.00/ }).click();
  const alert = cashier.getByRole('alert').filter({ hasText: /./ });
  await expect(alert).toContainText('The till server cannot be reached.');
  await reconnect();
  await expect(alert).toHaveText(/^The till server answers again\./);
  const { payment } = saleOf('till-1-coffees')('presented');
  api.answer('POST', /^\/api\/tills\/1\/payments$/, () => {
    api.tell({ state: { name: 'QR', payment }, language: english });
    return { status: 201, json: paymentOf(payment, english, 2) };
  });
  await cashier.getByRole('button', { name: /^Charge kr 249\.00/ }).click();
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
  // The server recognises the second request by its idempotency key.
  expect(keys).toEqual([expect.stringMatching(/./), keys[0]]);
});

test('a finished sale leads to its details, whose title and way out stay in sight', async ({
  freshCashier: tab,
}) => {
  const { page: cashier, api } = tab;
  const now = cashier.getByRole('region', { name: 'Now' });
  const coffees = paymentOf(paid({ text: 'Two coffees' }), english, 1);
  let day = [coffees];
  tellDay(tab, () => day);
  await tab.show({ name: 'paid', payment: coffees }, english);
  await expect(now).toContainText('The money is captured.');
  await now.getByRole('button', { name: 'Details' }).click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await expect(details.getByRole('button', { name: 'Print payment confirmation' })).toBeVisible();
  await expect(details.getByText('Sale entered')).toBeVisible();
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
  expect(await details.evaluate((dialog) => dialog.scrollTop)).toBeGreaterThan(20);
  const seen = (part: Locator) => part.evaluate(isOnTop);
  expect(await seen(details.getByRole('heading', { name: 'Payment' }))).toBe(true);
  expect(await seen(details.getByRole('button', { name: 'Close' }))).toBe(true);
  // Another program sells meanwhile: the open dialog stays.
  await cashier.getByRole('dialog').getByLabel('Amount to refund').fill('49,00');
  const next = paymentOf(sale('presented'), english, 2);
  day = [next, coffees];
  api.tell({ state: { name: 'QR', payment: next }, language: english });
  await expect(now).toContainText('Waiting for the scan');
  await expect(details.getByLabel('Amount to refund')).toHaveValue('49,00');
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toHaveCount(0);
});

test('a row shows that it opens, and unpaid payments are paler than paid ones', async ({
  freshCashier: tab,
}) => {
  const tea = sale('cancelled', { qr: null, text: 'Tea', amount: { value: 4_200 }, endedBy: 'customer' });
  const day = [paymentOf(tea, english, 2), paymentOf(paid({ text: 'Two coffees' }), english, 1)];
  tellDay(tab, () => day);
  await tab.show({ name: 'cancelled', payment: tea }, english);
  const rows = tab.page.getByRole('region', { name: 'Today' }).getByRole('listitem');
  const weight = (text: string) =>
    rows
      .filter({ hasText: text })
      .locator('b')
      .evaluate((amount) => Number(getComputedStyle(amount).fontWeight));
  await expect(rows.filter({ hasText: 'Tea' })).toContainText('Cancelled by customer');
  expect(await weight('Tea')).toBeLessThan(await weight('Two coffees'));
  await expect(rows.locator('[data-icon="chevron"]')).toHaveCount(2);
});

/** Whether no other element covers the middle of this one. */
function isOnTop(part: Element): boolean {
  const { x, y, width, height } = part.getBoundingClientRect();
  return part.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}
