// Where the shop wants it, the slip of a sale is printed by itself.
import type { Page } from 'playwright/test';
import { enterPin } from '../shop/enter-pin.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

// What is set for a shop is set for every test of it.
test.use({ alone: true });

test('the slip of a sale is printed once, in the tab in which it was charged, and not after a reload', async ({
  shop,
  cashier,
  secondCashier,
  counter,
  page,
}) => {
  await enterPin(shop);
  await page.goto(`${shop.url}/settings#sale`);
  await page.getByRole('switch', { name: 'Print the slip after a sale' }).click();
  await expect(page.getByRole('switch')).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const count = () => {
    const prints = sessionStorage.getItem('prints') ?? '0';
    window.print = () => sessionStorage.setItem('prints', String(Number(prints) + 1));
  };
  for (const tab of [cashier, secondCashier]) await tab.evaluate(count);
  const printed = (tab: Page) => tab.evaluate(() => sessionStorage.getItem('prints'));
  await counter.pay();
  await expect.poll(() => printed(cashier)).toBe('1');
  await expect(cashier.getByRole('article', { includeHidden: true })).toContainText('Paid with Vipps');
  await cashier.reload();
  await cashier.evaluate(count);
  await expect(cashier.getByText('Paid', { exact: true }).first()).toBeVisible();
  await expect(secondCashier.getByText('Paid', { exact: true }).first()).toBeVisible();
  expect(await printed(cashier)).toBe('1');
  expect(await printed(secondCashier)).toBeNull();
  for (const tab of [cashier, secondCashier]) await tab.evaluate(() => sessionStorage.clear());
});
