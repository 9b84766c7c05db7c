import { scryptSync } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { cashier } from '../shop/accounts.ts';
import { addCashier } from '../shop/add-cashier.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';
import type { Shop } from '../shop/shop.ts';

// Names are taken once, and PINs are changed.
test.use({ alone: true });

test('[P8] somebody changes their own PIN, which has to be harder to guess, and sells on', async ({
  shop,
  visitor,
}) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await visitor.getByRole('button', { name: 'Change PIN' }).click();
  const fill = (label: string, value: string) => visitor.getByLabel(label, { exact: true }).fill(value);
  await fill('Name', cashier.name);
  await fill('PIN until now', cashier.pin);
  for (const [pin, said] of [
    ['123456', 'This PIN is too short or too easy to guess.'],
    ['12345', 'A PIN has 6 to 12 digits'],
  ] as const) {
    await fill('New PIN', pin);
    await fill('New PIN again', pin);
    await visitor.getByRole('button', { name: 'Save new PIN' }).click();
    await expect(visitor.getByRole('alert')).toContainText(said);
  }
  await fill('New PIN', '385062');
  await fill('New PIN again', '385062');
  await visitor.getByRole('button', { name: 'Save new PIN' }).click();
  await expect(visitor).toHaveURL(`${shop.url}/cashier/${shop.till}`);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  await signIn(visitor, { ...cashier, pin: '385062' });
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
});

/** As a version without rules for PINs may have left it. */
function setWeakPin(shop: Shop, name: string, pin: string): void {
  const salt = Buffer.alloc(16, 1);
  const hash = scryptSync(pin, salt, 32, { N: 16, r: 8, p: 1 });
  const stored = `scrypt$16$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  const database = new DatabaseSync(shop.database, { timeout: 30_000 });
  database.prepare('UPDATE staff SET pin_hash = ? WHERE name = ?').run(stored, name);
  database.close();
}

test('[P8] who has a weak PIN from before is asked for another, and may put it off', async ({
  shop,
  visitor,
}) => {
  await addCashier(shop);
  setWeakPin(shop, cashier.name, '123456');
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, { ...cashier, pin: '123456' });
  await expect(visitor.getByRole('heading', { name: 'Choose a new PIN' })).toBeVisible();
  await visitor.getByRole('button', { name: 'Not now' }).click();
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  await signIn(visitor, { ...cashier, pin: '123456' });
  await visitor.getByLabel('New PIN', { exact: true }).fill('385062');
  await visitor.getByLabel('New PIN again', { exact: true }).fill('385062');
  await visitor.getByRole('button', { name: 'Save new PIN' }).click();
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  await signIn(visitor, { ...cashier, pin: '385062' });
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
});

test('[P8] a device that has signed in before does so while the name is locked, until a manager unlocks it', async ({
  shop,
  visitor,
  page,
  browser,
}) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, cashier);
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  const database = new DatabaseSync(shop.database, { timeout: 30_000 });
  database.exec(`INSERT INTO locked_names SELECT id, 0 FROM staff WHERE name = '${cashier.name}'`);
  database.close();
  const stranger = await browser.newPage({ locale: 'en-GB' });
  await stranger.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(stranger, cashier);
  await expect(stranger.getByText(/^This name is locked after too many wrong PINs/)).toBeVisible();
  await signIn(visitor, cashier);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await page.goto(`${shop.url}/staff`);
  const row = page.getByRole('listitem').filter({ hasText: cashier.name });
  await row.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('Anna can sign in from any device again.')).toBeVisible();
  await signIn(stranger, cashier);
  await expect(stranger.getByText('Anna, cashier')).toBeVisible();
  await stranger.close();
});
