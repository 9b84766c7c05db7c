import { scryptSync } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { enterPin } from '../shop/enter-pin.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';
import type { Shop } from '../shop/shop.ts';

// Names are taken once, and PINs are changed.
test.use({ alone: true });

const anna = { name: 'Anna', pin: '274913' };
async function addCashier(shop: Shop): Promise<void> {
  await enterPin(shop);
  const { status } = await shop.api('POST', '/staff', { ...anna, role: 'cashier' });
  expect(status).toBe(201);
}

test('[P8] somebody changes their own PIN, which has to be harder to guess, and sells on', async ({
  shop,
  visitor,
}) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await visitor.getByRole('button', { name: 'Change PIN' }).click();
  const fill = (label: string, value: string) => visitor.getByLabel(label, { exact: true }).fill(value);
  await fill('Name', anna.name);
  await fill('PIN until now', anna.pin);
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
  await signIn(visitor, { ...anna, pin: '385062' });
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
  setWeakPin(shop, anna.name, '123456');
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, { ...anna, pin: '123456' });
  await expect(visitor.getByRole('heading', { name: 'Choose a new PIN' })).toBeVisible();
  await visitor.getByRole('button', { name: 'Not now' }).click();
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  await signIn(visitor, { ...anna, pin: '123456' });
  await visitor.getByLabel('New PIN', { exact: true }).fill('385062');
  await visitor.getByLabel('New PIN again', { exact: true }).fill('385062');
  await visitor.getByRole('button', { name: 'Save new PIN' }).click();
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  await signIn(visitor, { ...anna, pin: '385062' });
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
  await signIn(visitor, anna);
  await visitor.getByRole('button', { name: 'More' }).click();
  await visitor.getByRole('button', { name: 'Sign out' }).click();
  const database = new DatabaseSync(shop.database, { timeout: 30_000 });
  database.exec(`INSERT INTO locked_names SELECT id, 0 FROM staff WHERE name = '${anna.name}'`);
  database.close();
  const stranger = await browser.newPage({ locale: 'en-GB' });
  await stranger.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(stranger, anna);
  await expect(stranger.getByText(/^This name is locked after too many wrong PINs/)).toBeVisible();
  await signIn(visitor, anna);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await page.goto(`${shop.url}/staff`);
  const row = page.getByRole('listitem').filter({ hasText: anna.name });
  await row.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('Anna can sign in from any device again.')).toBeVisible();
  await signIn(stranger, anna);
  await expect(stranger.getByText('Anna, cashier')).toBeVisible();
  await stranger.close();
});
