// The accessibility of the pages around the cashier's tab, at a counter and on a phone, in the language of the browser.
import { expectFine, standard } from '../pages/expect-fine.ts';
import { test } from '../pages/fixtures.ts';
import { refusal } from '../pages/scripted-api.ts';
import { expect, test as shopTest } from '../shop/screens/fixtures.ts';

// The list of tills is that of a shop with one till.
shopTest.use({ alone: true });

for (const [path, name] of [
  ['/sign-in', 'Sign in'],
  ['/set-up#no-such-token', 'Set up this shop'],
] as const) {
  test(`[WCAG 2.2 AA] ${path} has no fault that can be found by a machine`, async ({
    freshCashier: { page, url, api },
  }) => {
    api.answer('GET', /^\/api\/session$/, () => ({ status: 401, json: refusal('not_signed_in') }));
    await page.goto(`${url}${path}`);
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expectFine(page, path);
  });
}

// The report is about what the server has; the phone is the simulator's.
shopTest('[WCAG 2.2 AA] nor have the other pages, the simulated phone too', async ({ shop, page }) => {
  const { reference } = (await shop.sell(24_900, 'Two coffees')).body;
  await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ capture: 'captured' });
  const pages = [
    ['/', 'Tillside'],
    ['/nowhere', 'There is nothing here'],
    ['/reconciliation', 'Everything agrees with Vipps'],
    ['/staff', 'Who can sign in'],
    ['/audit', 'Audit log'],
    ['/reports', 'Reports'],
    ['/reports?kind=day&from=2026-11-02&to=2026-11-02', 'Reports'],
    ['/settings', 'Shop'],
    ['/settings#screen', 'Customer display'],
    ['/settings#sale', 'Sale and slip'],
    ['/settings#day', 'Day'],
    ['/settings#tills', 'Tills'],
  ] as const;
  for (const [path, name] of pages) {
    await page.goto(`${shop.url}${path}`);
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await expectFine(page, path);
  }
  const next = (await shop.sell(24_900, 'Two coffees')).body;
  await page.goto((await shop.vipps.order(next.reference)).phoneUrl);
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await expectFine(page, 'phone', standard);
});

shopTest(
  'the list of tills, and the page that is not there, speak the language of the browser',
  async ({ browser, shop }) => {
    const context = await browser.newContext({ locale: 'nb-NO' });
    await context.addCookies([shop.session]);
    const page = await context.newPage();
    await page.goto(shop.url);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
    await expect(page.getByRole('link', { name: 'Kundeskjerm' })).toBeVisible();
    await page.goto(`${shop.url}/nowhere`);
    await expect(page.getByRole('heading', { name: 'Her er det ingenting' })).toBeVisible();
    await page.getByRole('link', { name: 'listen over kasser' }).click();
    await page.getByRole('link', { name: 'Kasse', exact: true }).click();
    await expect(page).toHaveURL(`${shop.url}/cashier/${shop.till}`);
    await context.close();
  },
);
