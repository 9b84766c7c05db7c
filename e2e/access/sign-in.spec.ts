import type { Page } from 'playwright/test';
import { cashier, manager } from '../shop/accounts.ts';
import { addCashier } from '../shop/add-cashier.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';

// Signing out here ends all sessions of the person, and a name can be taken only once.
test.use({ alone: true });

async function sessionOf(page: Page) {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === 'tillside_session');
}

test('[P8] staff sign in, are told nothing about which part was wrong, and come to where they wanted to go', async ({
  shop,
  visitor,
}) => {
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, { name: manager.name, pin: '000000' });
  await expect(visitor.getByText('The name or the PIN is not right.')).toBeVisible();
  await signIn(visitor, { name: 'Nobody', pin: manager.pin });
  await expect(visitor.getByText('The name or the PIN is not right.')).toBeVisible();
  await signIn(visitor, { name: manager.name.toUpperCase(), pin: manager.pin });
  await expect(visitor).toHaveURL(`${shop.url}/cashier/${shop.till}`);
  await expect(visitor.getByText('Mona, manager')).toBeVisible();
  // For this server only, and out of reach of any script.
  const cookie = await sessionOf(visitor);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' });
  expect(await visitor.evaluate(() => document.cookie)).toBe('');
});

test('[P8] a session cookie that was planted before the sign-in is not valid after it', async ({
  shop,
  visitor,
}) => {
  const planted = { ...shop.session, value: 'A'.repeat(43) };
  await visitor.context().addCookies([planted]);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, manager);
  await expect(visitor.getByText('Mona, manager')).toBeVisible();
  expect((await sessionOf(visitor))?.value).not.toBe(planted.value);
  const asPlanted = await shop.api('GET', '/payments', undefined, {
    cookie: `${planted.name}=${planted.value}`,
  });
  expect(asPlanted).toMatchObject({ status: 401, body: { error: { code: 'not_signed_in' } } });
});

test('[P8] signing out in one tab ends the other, and a copy of the cookie', async ({ shop, cashier }) => {
  const other = await cashier.context().newPage();
  await other.goto(`${shop.url}/cashier/${shop.till}`);
  await expect(other.getByText('Mona, manager')).toBeVisible();
  const copied = shop.signedIn;
  await cashier.getByRole('button', { name: 'More' }).click();
  await cashier.getByRole('button', { name: 'Sign out' }).click();
  await expect(cashier).toHaveURL(/\/sign-in\?to=%2Fcashier%2F1$/);
  await expect(other).toHaveURL(/\/sign-in\?to=%2Fcashier%2F1$/);
  for (const path of ['/session', '/payments', `/tills/${shop.till}/payment`]) {
    expect((await shop.api('GET', path, undefined, copied)).status).toBe(401);
  }
  await signIn(other, manager);
  await expect(other.getByText('Mona, manager')).toBeVisible();
  await other.close();
});

test('[P8] a cashier charges and sees, and leaves refunds and the end of the day to a manager', async ({
  shop,
  visitor,
  counter,
  display,
}) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, cashier);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'End of day' })).toHaveCount(0);
  const keypad = visitor.getByRole('group', { name: 'Keypad' });
  for (const digit of ['5', '00', '0'])
    await keypad.getByRole('button', { name: digit, exact: true }).click();
  await visitor.getByRole('button', { name: /^Charge/ }).click();
  await counter.shows('presented');
  await shop.phone.act(await counter.readCode(), 'approve');
  await expect(display.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(visitor.getByText('The money is captured.')).toBeVisible();

  await visitor.getByRole('region', { name: 'Today' }).getByRole('button', { name: /50,00/ }).click();
  const details = visitor.getByRole('dialog');
  await details.getByRole('button', { name: 'Refund' }).click();
  await expect(details.getByText('This takes a manager’s approval.')).toBeVisible();
  const entered = details.getByRole('listitem').filter({ hasText: 'Sale entered' });
  await expect(entered).toContainText('Anna');
  await visitor.goto(`${shop.url}/reconciliation`);
  await expect(visitor.getByRole('heading', { name: 'Managers only' })).toBeVisible();
});

test('[P8] a person who has been removed is signed out at once', async ({ shop, visitor, page }) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(visitor, cashier);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
  await page.goto(`${shop.url}/staff`);
  const row = page.getByRole('listitem').filter({ hasText: 'Anna' });
  await row.getByRole('button', { name: 'Remove' }).click();
  await row.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(row).toHaveCount(0);
  await expect(visitor).toHaveURL(/\/sign-in/);
  await signIn(visitor, cashier);
  await expect(visitor.getByText('The name or the PIN is not right.')).toBeVisible();
});
