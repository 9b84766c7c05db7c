// Managers see who did what; nobody else does.
import { expect, test } from '../shop/screens/fixtures.ts';

test.use({ alone: true });

test('[P8] a manager finds a refund and a wrong PIN in the audit log, and who did it', async ({
  shop,
  page,
}) => {
  const { reference } = (await shop.sell(24_900, 'Two coffees')).body;
  await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ capture: 'captured' });
  const refund = { amount: { value: 4_900, currency: 'NOK' }, reason: 'Cold' };
  expect((await shop.api('POST', `/payments/${reference}/refund`, refund)).status).toBe(200);
  const wrong = await fetch(`${shop.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A stranger', pin: '481516' }),
  });
  expect(wrong.status).toBe(401);

  await page.goto(`${shop.url}/staff`);
  await page.getByRole('link', { name: 'Audit log' }).click();
  const entries = page.getByRole('main').getByRole('list');
  await expect(entries.getByText('Refunded')).toBeVisible();
  await expect(entries.getByText(reference).first()).toBeVisible();
  await expect(entries.getByText('Wrong name or PIN').first()).toBeVisible();
  await expect(entries.getByText('A stranger').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText('481516');
});
