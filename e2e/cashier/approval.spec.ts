// A manager approves on the cashier's tab what the cashier may not give back alone, and the cashier goes on.
import type { Locator, Page } from 'playwright/test';
import { manager } from '../shop/accounts.ts';
import { enterPin } from '../shop/enter-pin.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';
import type { Shop } from '../shop/shop.ts';

// A name can be taken only once; what is not captured can be released.
test.use({ alone: true, settings: { CAPTURE: 'manual' } });

const anna = { name: 'Anna', pin: '274913' };

/** Anna's tab, who may give back nothing alone. */
async function annasTab(shop: Shop, page: Page): Promise<void> {
  await enterPin(shop);
  expect((await shop.api('POST', '/staff', { ...anna, role: 'cashier' })).status).toBe(201);
  await page.goto(`${shop.url}/cashier/${shop.till}`);
  await signIn(page, anna);
  await expect(page.getByText('Anna, cashier')).toBeVisible();
}

async function approve(where: Locator, pin: string): Promise<void> {
  await where.getByLabel('Manager’s name').fill(manager.name);
  const field = where.getByLabel('Manager’s PIN');
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await field.fill(pin);
  await field.press('Enter');
}

async function sold(shop: Shop): Promise<string> {
  const { reference } = (await shop.sell(24_900, 'Two coffees')).body;
  await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
  await expect
    .poll(async () => (await shop.api('GET', `/payments/${reference}`)).body)
    .toMatchObject({ state: 'approved' });
  return reference;
}

const wrong = 'The name or the PIN is not right, or this person is not a manager here.';

test('[P8] a manager approves a refund on the cashier’s tab, after a wrong PIN, and the cashier stays signed in', async ({
  shop,
  visitor,
}) => {
  const reference = await sold(shop);
  expect((await shop.api('POST', `/payments/${reference}/capture`, {})).status).toBe(200);
  await annasTab(shop, visitor);
  await visitor.getByRole('button', { name: /Two coffees/ }).click();
  const details = visitor.getByRole('dialog');
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await expect(details.getByText('This takes a manager’s approval.')).toBeVisible();
  await details.getByLabel('Amount to refund').fill('100,00');
  await details.getByLabel('Reason (optional)').first().fill('Cold');
  await details.getByRole('button', { name: 'Continue' }).click();
  await expect(details.getByLabel('Manager’s name')).toBeFocused();
  await approve(details, '86427531');
  await expect(details.getByRole('alert')).toContainText(wrong);
  await expect(details.getByLabel('Manager’s PIN')).toHaveValue('');
  await expect(details.getByLabel('Manager’s PIN')).toBeFocused();
  await expect(details).toContainText(/Refund 100,00.kr\?/);
  await expect(details.getByText('Cold')).toBeVisible();
  expect((await shop.vipps.order(reference)).state.refunded).toBe(0);
  await approve(details, manager.pin);
  await expect(details.getByText(/^100,00.kr is refunded\./)).toBeVisible();
  expect((await shop.vipps.order(reference)).state.refunded).toBe(10_000);
  const step = details.getByRole('listitem').filter({ hasText: 'Refund asked for' });
  await expect(step).toContainText('Anna');
  await expect(step).toContainText(`Approved by ${manager.name}`);
  await expect(visitor.getByText('Anna, cashier')).toBeVisible();
});

test('[P8] a manager approves a release on the cashier’s tab', async ({ shop, visitor }) => {
  const reference = await sold(shop);
  await annasTab(shop, visitor);
  await visitor.getByRole('button', { name: /Two coffees/ }).click();
  const details = visitor.getByRole('dialog');
  await details.getByRole('button', { name: /^Release 249,00/ }).click();
  await approve(details, '86427531');
  await expect(details.getByRole('alert')).toContainText(wrong);
  await approve(details, manager.pin);
  await expect(details.getByText('Released', { exact: true }).first()).toBeVisible();
  await expect(details.getByRole('listitem').filter({ hasText: 'Release asked for' })).toContainText(
    `Approved by ${manager.name}`,
  );
  expect((await shop.api('GET', `/payments/${reference}`)).body).toMatchObject({ releasedAmount: 24_900 });
});
