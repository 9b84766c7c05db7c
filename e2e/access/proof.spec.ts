// The staff page asks for the manager's PIN again, and keeps what was typed.
import { manager } from '../shop/accounts.ts';
import { forgetProofs } from '../shop/forget-proofs.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

// A name can be taken only once.
test.use({ alone: true });

test('[P8] a manager enters the PIN again before somebody is added, and nothing that was typed is lost', async ({
  shop,
  page,
}) => {
  forgetProofs(shop);
  await page.goto(`${shop.url}/staff`);
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Anna');
  await page.getByLabel('PIN', { exact: true }).fill('274913');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter your PIN' });
  const pin = dialog.getByLabel('PIN', { exact: true });
  await expect(pin).toBeFocused();
  await expect(pin).toHaveAttribute('autocomplete', 'one-time-code');
  await pin.fill('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('The PIN is not right.');
  await expect(page).toHaveURL(`${shop.url}/staff`);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Enter your PIN first, then try again.')).toBeVisible();
  await expect(name).toHaveValue('Anna');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await pin.fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Anna can sign in now.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('listitem').filter({ hasText: 'Anna' });
  await row.getByRole('button', { name: 'Remove' }).click();
  await row.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(row).toHaveCount(0);
});
