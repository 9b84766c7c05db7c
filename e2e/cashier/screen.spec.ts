// What the cashier's tab says of the customer's screen, and the QR there when no display is connected.
import type { Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import { type FoundQr, readQr } from '../shop/screens/qr.ts';

/** What a phone reads off the cashier's screen once the code there is at least this wide. */
async function readHere(cashier: Page, atLeastPx: number): Promise<FoundQr> {
  const here = { found: await readQr(cashier) };
  await expect
    .poll(async () => {
      here.found = await readQr(cashier);
      return here.found?.sidePx ?? 0;
    })
    .toBeGreaterThan(atLeastPx);
  return here.found ?? { text: '', sidePx: 0, quiet: false };
}

const seen = /^Customer screen: seen [1-5] s ago$/;

test('a cashier sees what the customer sees, as it changes, and shows the code here when the customer cannot reach the tablet', async ({
  shop,
  cashier,
  counter,
}) => {
  const now = cashier.getByRole('region', { name: 'Now' });
  const reads = (title: string) => expect(now).toContainText(`The customer reads ${title}`);
  await expect(cashier.getByText(seen)).toBeVisible();
  await reads('Welcome');
  const code = await counter.sell('24900', 'Two coffees');
  await reads('Scan to pay');
  const small = await readHere(cashier, 120);
  expect(small.text).toBe(code);
  await now.getByRole('button', { name: 'Show the QR here' }).click();
  const large = now.getByRole('button', { name: 'Make the QR smaller' });
  await expect(large).toHaveAttribute('aria-pressed', 'true');
  expect(await readHere(cashier, small.sidePx * 1.2)).toMatchObject({ text: code, quiet: true });
  await large.click();
  await expect(now.getByRole('button', { name: 'Show the QR here' })).toBeVisible();
  await shop.phone.scan(code);
  await reads('Approve in Vipps');
  await shop.phone.act(code, 'approve');
  await reads('Paid');
});

test('without a display, which is said before the sale, the customer pays from the code on the cashier’s screen', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(cashier.getByText(seen)).toBeVisible();
  await display.context().setOffline(true);
  const away = cashier.getByRole('banner').getByText('Customer screen: not connected');
  await expect(away).toBeVisible();
  await expect(now).toContainText('Customer screen: not connected');
  await expect(now).not.toContainText('The customer reads');
  await counter.charge('4200', 'Tea');
  await expect(now.getByRole('status').filter({ hasText: 'turn this screen to the customer' })).toBeVisible();
  const { text: code, quiet } = await readHere(cashier, 180);
  expect(quiet).toBe(true);
  await shop.phone.scan(code);
  await expect(now).toContainText('Scanned, waiting for approval');
  await shop.phone.act(code, 'approve');
  await expect(now).toContainText('The money is captured.');

  await display.context().setOffline(false);
  await expect(cashier.getByText(seen)).toBeVisible();
  await expect(now).toContainText('The customer reads');
});
