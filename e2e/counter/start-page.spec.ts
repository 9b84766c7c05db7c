// The start page, as the server tells it what it has to know. What a real server tells it, new-shop.spec.ts and demo.spec.ts show.
import type { Page } from 'playwright/test';
import { expectFine } from '../pages/expect-fine.ts';
import { expect, test } from '../pages/fixtures.ts';
import { refusal, session, tabletAt } from '../pages/scripted-api.ts';

const address = 'http://192.0.2.7:3000/display';
const home = {
  environment: 'production',
  role: 'manager',
  tills: [{ id: '1', name: 'Till 1', shop: 'oslo' }],
  phoneUrl: null,
  tabletAddresses: [tabletAt(address)],
  hasDisplay: false,
};
const twoShops = [...home.tills, { id: 'bår 2', name: 'Bår 2', shop: 'bergen' }];

const next = (page: Page) => page.getByRole('heading', { name: 'What comes next' });
const till = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('[WCAG 2.2 AA] the start page of two shops, with all that it can say, has no fault that a machine can find', async ({
  freshCashier: { page, url, api },
}) => {
  api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, environment: 'test', tills: twoShops } }));
  await page.goto(url);
  await expect(page).toHaveTitle('Tillside');
  await expect(next(page)).toBeVisible();
  await expectFine(page, 'the start page');
  const other = till(page, 'Bår 2 bergen');
  for (const [name, path] of [
    ['Cashier', '/cashier/b%C3%A5r%202'],
    ['Customer display', '/display/b%C3%A5r%202'],
  ] as const) {
    const link = other.getByRole('link', { name });
    await expect(link).toHaveAttribute('href', path);
    await expect(link).toHaveAccessibleDescription('Bår 2 bergen');
  }
  await expect(page.getByText('TEST', { exact: true })).toBeVisible();
});

const opens = /^On the tablet that faces the customer, open the address below, or scan it with the camera\./;
const others = 'Other addresses, if the tablet does not find this one';

test('a manager of a shop without a display reads which addresses to open, as text whatever they hold', async ({
  freshCashier: { page, url, api },
}) => {
  let tabletAddresses = home.tabletAddresses;
  api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, tabletAddresses } }));
  await page.goto(url);
  await expect(page.getByText(opens)).toBeVisible();
  await expect(page.getByText(address, { exact: true })).toBeVisible();
  await expect(page.getByText(others)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Staff' })).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'End of day' })).toHaveAttribute('href', '/reconciliation');
  const markup = '<script>alert(1)</script>';
  tabletAddresses = [tabletAt(address), tabletAt(markup)];
  await page.reload();
  await expect(page.getByText(address, { exact: true })).toBeVisible();
  await expect(page.getByText(markup, { exact: true })).toBeHidden();
  await page.getByText(others).click();
  await expect(page.getByText(markup, { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code: / })).toHaveCount(2);
  await expectFine(page, 'the start page with all addresses');
});

test('once there is a display, the addresses for another one are a click away; while no tablet can reach the server, there are none', async ({
  freshCashier: { page, url, api },
}) => {
  let tabletAddresses = home.tabletAddresses;
  api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, hasDisplay: true, tabletAddresses } }));
  await page.goto(url);
  const shown = page.getByText(address, { exact: true });
  await expect(next(page)).toHaveCount(0);
  await expect(shown).toBeHidden();
  await page.getByText('Address for tablets', { exact: true }).click();
  await expect(shown).toBeVisible();
  await expect(page.getByRole('img', { name: `QR code: ${address}` })).toBeVisible();
  tabletAddresses = [];
  await page.reload();
  await expect(till(page, 'Till 1')).toBeVisible();
  await expect(page.getByText('Address for tablets', { exact: true })).toHaveCount(0);
});

test('a cashier finds the tills and nothing of what managers do', async ({
  freshCashier: { page, url, api },
}) => {
  api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, role: 'cashier' } }));
  await page.goto(url);
  // One shop's tills need not say whose they are.
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Till 1']);
  await expect(page.getByRole('link')).toHaveText(['Cashier', 'Customer display']);
});

test('while the server is away the page says so, and recovers when it is back; a person who is signed out is sent to sign in', async ({
  browser,
  freshCashier: { url, api },
}) => {
  let state: 'away' | 'there' | 'signed out' = 'away';
  const answer = (json: unknown) => () => {
    if (state === 'away') return null;
    return state === 'there' ? { json } : { status: 401, json: refusal('not_signed_in') };
  };
  api.answer('GET', /^\/api\/home$/, answer(home));
  api.answer('GET', /^\/api\/session$/, answer(session()));
  // In a window of its own, as this test moves its clock.
  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(url);
  await expect(page.getByRole('alert')).toContainText('The till server cannot be reached.');
  state = 'there';
  await page.clock.runFor(3_000);
  await expect(till(page, 'Till 1')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  state = 'signed out';
  await page.clock.runFor(16_000);
  await expect(page).toHaveURL(`${url}/sign-in?to=%2F`);
  await page.close();
});
