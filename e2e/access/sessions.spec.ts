// A manager sees where staff are signed in, and ends it.

import { cashier, manager } from '../shop/accounts.ts';
import { addCashier } from '../shop/add-cashier.ts';
import { forgetProofs } from '../shop/forget-proofs.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';

// A name can be taken only once.
test.use({ alone: true });

test('[P8] a manager signs somebody out of another browser, whose tab then asks for a sign-in', async ({
  shop,
  page,
  visitor,
}) => {
  await addCashier(shop);
  const till = `${shop.url}/cashier/${shop.till}`;
  await visitor.goto(till);
  await signIn(visitor, cashier);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();

  forgetProofs(shop);
  await page.goto(`${shop.url}/staff`);
  const everybody = page.getByRole('region', { name: 'Who can sign in' });
  const places = everybody.getByRole('list', { name: 'Signed in on' });
  const own = places.getByRole('listitem').filter({ hasText: 'This browser' });
  await expect(own).toHaveCount(1);
  await expect(own.getByRole('button')).toHaveCount(0);
  const hers = everybody
    .locator('li', { has: page.getByText('Anna', { exact: true }) })
    .getByRole('listitem');
  await expect(hers).toContainText(/Chrome, Linux · .*127\.0\.0\.1.*Last used /);
  await hers.getByRole('button', { name: /^Sign out on Chrome, Linux/ }).click();
  await page
    .getByRole('dialog', { name: 'Enter your PIN' })
    .getByLabel('PIN', { exact: true })
    .fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Anna is signed out there.')).toBeVisible();
  await expect(hers).toHaveCount(0);
  await expect(visitor).toHaveURL(/\/sign-in\?to=/);
  await signIn(visitor, cashier);
  await expect(visitor).toHaveURL(till);
});
