// Which day it is: the shop's, on every screen, wherever the browser and the server are.
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';

/** No other zone is further from this one: it is never the same time of day in both. */
const shopZone = 'Pacific/Kiritimati';
const browserZone = 'America/Los_Angeles';

const timeIn = (iso: string, timeZone: string) =>
  new Date(iso).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

test('the cashier’s tab and the end of the day agree on today, and print whose day it is, by which zone and hours', async ({
  browser,
}) => {
  const shop = await Shop.open({
    TIME_ZONE: shopZone,
    DAY_ENDS_AT: '4',
    SHOP_NAME: 'Kaffebaren',
    ORG_NUMBER: '974760673',
  });
  const context = await browser.newContext({ timezoneId: browserZone });
  try {
    await context.addCookies([shop.session]);
    const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };
    const { reference, createdAt } = (await shop.api('POST', `/tills/${shop.till}/payments`, sale)).body;
    const { phoneUrl } = await shop.vipps.order(reference);
    await shop.phone.scan(phoneUrl);
    await shop.phone.act(phoneUrl, 'approve');
    const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
    await expect.poll(payment).toMatchObject({ state: 'approved', capture: 'captured' });

    const cashier = await context.newPage();
    await cashier.goto(`${shop.url}/cashier/${shop.till}`);
    await expect(cashier.getByRole('heading', { name: 'Today, 1 sale, 249,00 kr' })).toBeVisible();
    const time = timeIn(createdAt, shopZone);
    await expect(cashier.locator('.payments time').first()).toHaveText(time);

    const { date, from } = (await shop.api('GET', `/tills/${shop.till}/day`)).body;
    expect(timeIn(from, shopZone)).toBe('04:00');
    const report = await context.newPage();
    await report.goto(`${shop.url}/reconciliation`);
    await expect(report.getByRole('heading', { name: 'Everything agrees with Vipps' })).toBeVisible();
    await expect(report.getByLabel('Day', { exact: true })).toHaveValue(date);
    await expect(report.getByText(/04:00 – .*04:00 \(Pacific\/Kiritimati\)/)).toBeVisible();
    const moved = report.getByRole('table', { name: 'Money moved' }).getByRole('row').last();
    await expect(moved).toContainText('Two coffees');
    await expect(report.getByRole('table', { name: 'Payments' }).locator('time')).toHaveText(time);
    await expect(report.getByRole('button', { name: 'Day after' })).toBeDisabled();
    await report.emulateMedia({ media: 'print' });
    await expect(report.getByText('Kaffebaren Org.nr. 974 760 673')).toBeVisible();
  } finally {
    await context.close();
    await shop.close();
  }
});
