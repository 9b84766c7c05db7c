// A page on which nobody works locks itself, and comes back as it was.
import type { Page } from 'playwright/test';
import { expectFine } from '../pages/expect-fine.ts';
import { manager } from '../shop/accounts.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';

// Nobody else may work on the session.
test.use({ alone: true, settings: { LOCK_AFTER: '1' } });

const lockOn = (page: Page) => page.getByRole('dialog', { name: 'Locked' });
const pinOn = (page: Page) => lockOn(page).getByLabel('PIN', { exact: true });

async function unlock(page: Page): Promise<void> {
  await pinOn(page).fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(lockOn(page)).toHaveCount(0);
}

test('[P8] a cashier’s tab that nobody works at locks, shows nothing, and comes back with what was typed', async ({
  shop,
  cashier,
  counter,
}) => {
  const amount = cashier.getByRole('status', { name: 'Amount' });
  await cashier.keyboard.type('24900');
  const text = cashier.getByRole('textbox', { name: 'Text the customer sees' });
  await text.fill('Two coffees');
  await expect(lockOn(cashier)).toBeVisible();
  await expect(lockOn(cashier)).toContainText(manager.name);
  await expect(amount).toHaveCount(0);
  await expect(cashier.getByText('249,00').filter({ visible: true })).toHaveCount(0);
  await expect(cashier.locator('.new-sale')).toBeHidden();
  await expectFine(cashier, 'the lock');
  await expect(pinOn(cashier)).toBeFocused();
  await expect(pinOn(cashier)).toHaveAttribute('autocomplete', 'one-time-code');
  for (const key of ['Escape', 'Escape', 'Enter', '/']) await cashier.keyboard.press(key);
  await expect(lockOn(cashier)).toBeVisible();
  await pinOn(cashier).fill('000000');
  await cashier.keyboard.press('Enter');
  await expect(lockOn(cashier).getByText('The PIN is not right.')).toBeVisible();
  await expect(cashier).toHaveURL(`${shop.url}/cashier/${shop.till}`);
  const refused = await shop.api('GET', '/payments');
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'session_locked' } } });
  for (const digit of manager.pin) {
    await lockOn(cashier).getByRole('button', { name: digit, exact: true }).click();
  }
  await lockOn(cashier).getByRole('button', { name: 'Unlock' }).click();
  await expect(lockOn(cashier)).toHaveCount(0);
  await expect(amount).toContainText('249,00');
  await expect(text).toHaveValue('Two coffees');
  await expect(text).toBeFocused();
  await cashier.getByRole('button', { name: /^Charge/ }).click();
  await counter.shows('presented');
});

test('[P1] a sale under way does not lock the tab, and neither does its result; a page that only polls locks', async ({
  shop,
  visitor,
  cashier,
  counter,
}) => {
  const code = await counter.sell('24900');
  await visitor.goto(`${shop.url}/`);
  await signIn(visitor, manager);
  await expect(visitor.getByRole('link', { name: 'Staff' }).first()).toBeVisible();
  // By then nobody has touched the cashier's tab for a minute either.
  await expect(lockOn(visitor)).toBeVisible();
  await expect(lockOn(cashier)).toHaveCount(0);
  await shop.phone.act(code, 'approve');
  await expect(cashier.getByText('The money is captured.')).toBeVisible();
  await expect(lockOn(cashier)).toBeVisible();
});

test.describe('while the lock does not fall by itself, however slow the machine is,', () => {
  test.use({ settings: { LOCK_AFTER: '600' } });

  test('[P8] the lock stays when the page is loaded anew and when the server is; somebody else may sign in instead', async ({
    shop,
    cashier,
  }) => {
    await cashier.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(lockOn(cashier)).toBeVisible();
    await cashier.reload();
    await expect(lockOn(cashier)).toBeVisible();
    await shop.restartServer();
    const session = async () => (await shop.api('GET', '/session')).body;
    expect(await session()).toMatchObject({ name: manager.name, locked: true });
    await unlock(cashier);
    await expect(cashier.getByRole('status', { name: 'Amount' })).toBeVisible();
    await cashier.getByRole('button', { name: 'Lock', exact: true }).click();
    await lockOn(cashier).getByRole('button', { name: 'Sign in as somebody else' }).click();
    await expect(cashier).toHaveURL(`${shop.url}/sign-in?to=%2Fcashier%2F${shop.till}`);
    expect((await shop.api('GET', '/session')).status).toBe(401);
    await signIn(cashier, manager);
    await expect(cashier).toHaveURL(`${shop.url}/cashier/${shop.till}`);
  });

  test('[P8] every page of staff locks, and opens everywhere at once', async ({ shop, page }) => {
    const pages = ['/', '/reconciliation', '/audit', '/staff', '/settings'];
    const tabs: Page[] = [];
    for (const path of pages) {
      const tab = await page.context().newPage();
      await tab.goto(shop.url + path);
      await expect(tab.getByRole('heading').first()).toBeVisible();
      tabs.push(tab);
    }
    expect((await shop.api('POST', '/session/lock', {})).status).toBe(204);
    for (const tab of tabs) await expect(lockOn(tab)).toBeVisible();
    const [first = page, ...others] = tabs;
    await unlock(first);
    for (const tab of others) await expect(lockOn(tab)).toHaveCount(0);
  });
});
