// What a shop sold: sums, pictures and tables of a period, for managers.

import type { Page } from 'playwright/test';
import { cashier } from '../shop/accounts.ts';
import { addCashier } from '../shop/add-cashier.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';

// The sums are of all that the shop sold.
test.use({ alone: true });

const sum = (page: Page, name: string) =>
  page
    .locator('.sums > *')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');
const table = (page: Page, name: string) => page.getByRole('table', { name });

test('a manager sees what was sold and refunded, by day, hour, till and person, and leafs through periods', async ({
  shop,
  page,
}) => {
  for (const value of [24_900, 5_100]) {
    const { reference } = (await shop.sell(value, 'Coffee')).body;
    await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
    const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
    await expect.poll(payment).toMatchObject({ capture: 'captured' });
    if (value === 5_100) {
      const refund = { amount: { value: 1_100, currency: 'NOK' } };
      expect((await shop.api('POST', `/payments/${reference}/refund`, refund)).status).toBe(200);
    }
  }

  await page.goto(shop.url);
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(sum(page, 'Sold')).toHaveText('300,00 kr');
  await expect(sum(page, 'Refunded')).toHaveText('11,00 kr');
  await expect(sum(page, 'Net')).toHaveText('289,00 kr');
  await expect(sum(page, 'Sales')).toHaveText('2');
  await expect(page.getByRole('img', { name: /^By day\. Most: .*, 300,00 kr$/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^By hour\. Most: / })).toBeVisible();
  const row = table(page, 'By till').getByRole('row').last();
  await expect(row.getByRole('cell')).toHaveText(['2', '300,00 kr', '11,00 kr', '289,00 kr']);
  await expect(table(page, 'By person').getByRole('row')).toHaveCount(2);

  const days = page.getByRole('region', { name: 'By day' });
  await days.getByText('As a table').click();
  await expect(days.getByRole('row')).toHaveCount(8);

  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await expect(sum(page, 'Sold')).toHaveText('300,00 kr');
  await expect(page.getByRole('region', { name: 'By day' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'The period after' })).toBeDisabled();
  await page.getByRole('button', { name: 'The period before' }).click();
  await expect(page.getByText('Nothing was sold in this period.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing was sold in this period.')).toBeVisible();
  await page.goBack();
  await expect(sum(page, 'Sold')).toHaveText('300,00 kr');

  await page.getByRole('button', { name: 'Own period' }).click();
  await page.getByLabel('From').fill('2020-01-01');
  await expect(page.getByText('A report is about 366 days at most.')).toBeVisible();
  await page.getByRole('button', { name: 'Month' }).click();
  await expect(sum(page, 'Sold')).toHaveText('300,00 kr');

  // A day opens with its payments.
  const month = page.getByRole('region', { name: 'By day' });
  await month.getByText('As a table').click();
  await month.getByRole('row').filter({ hasText: '300,00 kr' }).getByRole('link').click();
  await expect(page.getByRole('table', { name: 'Payments' }).getByRole('row')).toHaveCount(3);
});

test('[P8] a cashier is told that reports are for managers', async ({ shop, visitor }) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/reports`);
  await signIn(visitor, cashier);
  await expect(visitor.getByRole('heading', { name: 'Managers only' })).toBeVisible();
  await expect(visitor.getByRole('table')).toHaveCount(0);
});
