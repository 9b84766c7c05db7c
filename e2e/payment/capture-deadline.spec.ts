// With CAPTURE=manual: reserved money that staff have not captured yet.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

const dayMs = 24 * 3_600_000;

/** Lets a sale have been made, and approved, on an earlier day. */
function putBack(shop: Shop, reference: string, days: number): void {
  const database = new DatabaseSync(join(shop.folder, 'shop.db'), { timeout: 5_000 });
  const back = days * dayMs;
  const moved = database.prepare(
    'UPDATE payments SET created_at = created_at - ?, capture_until = capture_until - ? WHERE reference = ?',
  );
  expect(moved.run(back, back, reference).changes).toBe(1);
  database.prepare('UPDATE money_movements SET at = at - ? WHERE reference = ?').run(back, reference);
  database.close();
}

async function sell(shop: Shop, value: number, text: string): Promise<string> {
  const sale = { amount: { value, currency: 'NOK' }, text };
  const { reference } = (await shop.api('POST', `/tills/${shop.till}/payments`, sale)).body;
  const { phoneUrl } = await shop.vipps.order(reference);
  await shop.phone.scan(phoneUrl);
  await shop.phone.act(phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ state: 'approved', capture: 'none' });
  return reference;
}

const report = async (page: Page, shop: Shop) => page.goto(`${shop.url}/reconciliation`);

test('uncaptured money is listed with its last day, needs attention in time, and staff capture the whole list at once', async ({
  page,
}) => {
  const shop = await Shop.open({ CAPTURE: 'manual' });
  try {
    const old = await sell(shop, 24_900, 'Two coffees');
    await sell(shop, 50_000, 'Lunch');
    putBack(shop, old, 175);
    await page.context().addCookies([shop.session]);
    await page.goto(`${shop.url}/cashier/${shop.till}`);
    const today = page.getByRole('region', { name: 'Today' });
    const matter = today.getByRole('button', { name: /249,00.kr is reserved and not captured/ });
    await expect(matter).toContainText(/Capture or release it by \d/);
    await expect(today.getByText('Needs attention')).toBeVisible();

    await page.getByRole('button', { name: 'Find a sale' }).click();
    const sales = page.getByRole('dialog', { name: 'Sales' });
    await sales.getByLabel('State').selectOption('Reserved, not captured');
    await sales.getByRole('button', { name: 'Search' }).click();
    await expect(sales.getByRole('listitem')).toHaveText([/Lunch.*capture by/, /Two coffees.*capture by/]);

    // The end of any day names money that is still reserved, also from other days.
    await report(page, shop);
    await expect(page.getByRole('heading', { name: '2 payments differ' })).toBeVisible();
    const waiting = page.getByRole('region', { name: 'Reserved and not captured yet' });
    await expect(waiting.getByRole('listitem')).toHaveText([
      /249,00.kr, capture by/,
      /500,00.kr, capture by/,
    ]);

    shop.server.setVariable('CAPTURE', 'auto');
    await shop.restartServer();
    const captured = async () => (await shop.api('GET', `/payments/${old}`)).body.capture;
    await expect.poll(captured).toBe('captured');
    await report(page, shop);
    await expect(page.getByRole('heading', { name: 'Everything agrees with Vipps' })).toBeVisible();
    await expect(waiting).toHaveCount(0);
    const moved = page.getByRole('table', { name: 'Money moved' }).getByRole('row', { name: /Two coffees/ });
    await expect(moved).toContainText(/sale of \d/);
  } finally {
    await shop.close();
  }
});
