// What the cashier's tab says of the customer's screen, and the QR there when no display is connected.
import type { Page } from 'playwright/test';
import { manager } from '../shop/accounts.ts';
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

const banner = (cashier: Page) => cashier.getByRole('banner');

test('a cashier sees what the customer sees, as it changes, and the code itself', async ({
  shop,
  cashier,
  counter,
}) => {
  const reads = (title: string) => expect(banner(cashier)).toContainText(`The customer reads ${title}`);
  await reads('Welcome');
  const code = await counter.sell('24900', 'Two coffees');
  await reads('Scan to pay');
  expect((await readHere(cashier, 120)).text).toBe(code);
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
  await expect(banner(cashier)).toContainText('The customer reads Welcome');
  await display.context().setOffline(true);
  await expect(banner(cashier).getByText('Customer screen: not connected')).toBeVisible();
  await expect(banner(cashier)).not.toContainText('The customer reads');
  await counter.charge('4200', 'Tea');
  await expect(now.getByRole('status').filter({ hasText: 'turn this screen to the customer' })).toBeVisible();
  const { text: code, quiet } = await readHere(cashier, 180);
  expect(quiet).toBe(true);
  await shop.phone.scan(code);
  await expect(now).toContainText('Scanned, waiting for approval');
  await shop.phone.act(code, 'approve');
  await expect(now).toContainText('The money is captured.');

  await display.context().setOffline(false);
  await expect(banner(cashier)).toContainText('The customer reads');
});

test('[P8] turned round, the screen shows the customer one payment and nothing else of the shop, until it is over', async ({
  shop,
  cashier,
  counter,
}) => {
  const lunch = await counter.soldBefore(50_000, 'Lunch');
  const code = await counter.sell('24900', 'Two coffees');
  await cashier.getByRole('button', { name: 'Show the QR here' }).click();
  const turned = cashier.getByRole('dialog', { name: 'Scan to pay' });
  await expect(turned).toContainText(shop.name);
  await expect(turned).toContainText(/249,00.kr/);
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
    [390, 664],
    [844, 390],
  ] as const) {
    await cashier.setViewportSize({ width, height });
    expect(await readHere(cashier, Math.min(width, height) / 2 - 20)).toMatchObject({
      text: code,
      quiet: true,
    });
  }
  for (const said of ['Lunch', lunch, 'Today', 'Mona']) await expect(turned).not.toContainText(said);
  // No key closes it, and neither does a page that is loaded anew.
  await cashier.keyboard.press('Escape');
  await cashier.keyboard.press('Escape');
  await expect(turned).toBeVisible();
  await cashier.reload();
  await expect(turned).toBeVisible();
  await cashier.setViewportSize({ width: 1280, height: 800 });
  await shop.phone.scan(code);
  await expect(cashier.getByRole('dialog', { name: 'Approve in Vipps' })).toBeVisible();
  await shop.phone.act(code, 'approve');
  await expect(cashier.getByRole('dialog')).toHaveCount(0);
  await expect(cashier.getByRole('heading', { name: 'Paid' })).toBeVisible();
});

test('[P8] back to the till from a screen that is turned round takes a PIN, and without the server there is no way back', async ({
  cashier,
  counter,
}) => {
  await counter.sell('24900', 'Two coffees');
  await cashier.getByRole('button', { name: 'Show the QR here' }).click();
  const turned = cashier.getByRole('dialog', { name: 'Scan to pay' });
  const back = turned.getByRole('button', { name: 'Back to the till' });
  await cashier.route('**/api/session/lock', (route) => route.abort('connectionrefused'));
  await back.click();
  await expect(turned.getByRole('alert')).toContainText(/./);
  await expect(turned).toBeVisible();
  await cashier.unroute('**/api/session/lock');
  await back.click();
  const locked = cashier.getByRole('dialog', { name: 'Locked' });
  await locked.getByLabel('PIN').fill(manager.pin);
  await cashier.keyboard.press('Enter');
  await expect(cashier.getByRole('dialog')).toHaveCount(0);
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
});
