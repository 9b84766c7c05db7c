import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };

/** Another program takes the shop's database for itself. @returns what lets it go again. */
function lock(shop: Shop): () => void {
  const other = new DatabaseSync(join(shop.folder, 'shop.db'), { timeout: 5_000 });
  other.exec('BEGIN EXCLUSIVE');
  return () => other.close();
}

test('[P2] another program has locked the database: Charge says why, nothing is started, and then it works', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const release = lock(shop);
  await counter.charge('24900', 'Two coffees');
  await expect(cashier.getByText('cannot write to its disk')).toBeVisible();
  await expect(cashier.getByRole('status', { name: 'Amount' })).toContainText('249,00');
  await counter.shows('idle');
  await expect(display.locator('[data-offline]')).toHaveCount(0);
  await expect(cashier.getByText('Connection to the till server lost.')).toBeHidden();
  expect((await fetch(`${shop.url}/readyz`)).status).toBe(503);
  expect(await shop.vipps.orders()).toEqual([]);
  release();
  await cashier.getByRole('button', { name: /^Charge/ }).click();
  await counter.shows('presented');
  await expect(cashier.getByText('cannot write to its disk')).toBeHidden();
  await expect.poll(async () => (await fetch(`${shop.url}/readyz`)).status).toBe(200);
  expect(await shop.vipps.orders()).toHaveLength(1);
});

test('[P6] the database is locked while a QR is shown: it stays, and what happened is seen afterwards', async ({
  shop,
  cashier,
  display,
  counter,
}) => {
  const code = await counter.sell('24900');
  const release = lock(shop);
  await shop.phone.scan(code);
  await shop.phone.act(code, 'approve');
  await expect.poll(async () => (await fetch(`${shop.url}/readyz`)).status).toBe(503);
  await counter.shows('presented');
  await expect(display.locator('[data-offline]')).toHaveCount(1);
  expect(await counter.readCode()).toBe(code);
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await expect(cashier.getByText('cannot write to its disk')).toBeVisible();
  release();
  await counter.shows('approved');
  await expect(display.locator('[data-offline]')).toHaveCount(0);
  await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
});

test('[P4] a second server on the same database says so in a sentence, and the first goes on', async () => {
  const shop = await Shop.open();
  try {
    const { body } = await shop.api('POST', '/tills/1/payments', sale);
    const second = Shop.open({ DATABASE_URL: `file:${join(shop.folder, 'shop.db')}` });
    await expect(second).rejects.toThrow(
      /ended with 1:\nTillside did not start\.\nAnother Tillside server uses the database .*shop\.db\. Stop that one/,
    );
    expect(await shop.payment()).toMatchObject({ reference: body.reference, state: 'presented' });
    await shop.stopServer('SIGKILL');
    await shop.startServer();
    expect(await shop.payment()).toMatchObject({ reference: body.reference, state: 'presented' });
  } finally {
    await shop.close();
  }
});
