// A sale of another till of the shop, found from this one.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../shop/screens/fixtures.ts';

const tillsFile = join(mkdtempSync(join(tmpdir(), 'tillside-tills-')), 'tills.json');
const border = { api: 'epayment', currency: 'EUR', brand: 'mobilepay' };
writeFileSync(
  tillsFile,
  JSON.stringify([
    { id: '1', name: 'Till 1' },
    { id: '2', name: 'Ferry', ...border },
  ]),
);
test.use({ alone: true, settings: { TILLS_FILE: tillsFile } });

test('[P1] a sale of another till is found, shown and refunded as that till has it', async ({
  shop,
  cashier,
}) => {
  const sale = { amount: { value: 24_900, currency: 'EUR' }, text: 'Two tickets' };
  const { reference } = (await shop.api('POST', '/tills/2/payments', sale)).body;
  await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ capture: 'captured' });

  await cashier.getByRole('button', { name: 'Find a sale' }).click();
  const sales = cashier.getByRole('dialog', { name: 'Sales' });
  await expect(sales.getByText('No sale was found.')).toBeVisible();
  await sales.getByRole('checkbox', { name: 'All tills' }).check();
  await sales.getByRole('button', { name: 'Search' }).click();
  const row = sales.getByRole('listitem');
  await expect(row).toHaveText(/Two tickets.*€249\.00.*Ferry.*Paid/);
  await row.getByRole('button').click();
  const details = cashier.getByRole('dialog', { name: 'Payment, Ferry' });
  await details.getByRole('button', { name: 'Check with MobilePay' }).click();
  await expect(details.getByText('MobilePay shows the same as this till.')).toBeVisible();
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await details.getByRole('button', { name: 'Continue' }).click();
  await expect(details.getByText('Refund €249.00?')).toBeVisible();
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('€249.00 is refunded.')).toBeVisible();
  expect((await shop.vipps.order(reference)).state.refunded).toBe(24_900);
  await expect(cashier).toHaveTitle('Till 1');
});
