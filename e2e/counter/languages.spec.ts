// The display speaks as its till does until its customer chooses another language; the pages of staff speak as their browser does.
import { languages } from '../contact-sheet/states.ts';
import { expect, test } from '../pages/fixtures.ts';
import { saleOf } from '../pages/sales.ts';
import { refusal } from '../pages/scripted-api.ts';

const [, norwegian] = languages;

test('a customer reads another language after a tap, and the next one the language of the till', async ({
  freshDisplay: display,
}) => {
  const { page, api } = display;
  const amount = { value: 124_950 };
  const [coffee, next] = [saleOf('till-1-first', { amount }), saleOf('till-1-second', { amount })];
  const html = page.locator('html');
  await display.show({ name: 'idle', payment: null }, norwegian);
  await expect(page.getByRole('heading', { name: 'Velkommen' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'nb');
  await display.show(coffee('presented'), norwegian);
  await expect(page.getByRole('heading', { name: 'Skann for å betale' })).toBeVisible();

  const group = page.getByRole('group', { name: 'Språk' });
  const current = group.getByRole('button', { name: 'Norsk', expanded: false });
  if (await current.isVisible()) await current.click();
  const chosen = group.getByRole('button', { name: 'Dansk', exact: true });
  const { width, height } = (await chosen.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await chosen.press('Enter');
  await expect(page.getByRole('heading', { name: 'Scan for at betale' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'da');
  await expect(page.locator('.amount')).toHaveText(/^1\.249,50\skr\.$/);

  for (const state of ['scanned', 'approved']) api.tell({ state: coffee(state), language: norwegian });
  await expect(page.getByRole('heading', { name: 'Betalt' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'da');
  api.tell({ state: next('presented'), language: norwegian });
  await expect(page.getByRole('heading', { name: 'Skann for å betale' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'nb');
});

// That a till speaks as its file says, chain.spec.ts shows.
test('the cashier reads the language of the till, also in a browser that prefers another', async ({
  freshCashier: cashier,
}) => {
  await cashier.show({ name: 'idle', payment: null }, norwegian);
  await expect(cashier.page.locator('html')).toHaveAttribute('lang', 'nb');
  await expect(cashier.page.getByRole('button', { name: 'Ta betalt' })).toBeVisible();
  expect(await cashier.page.evaluate(() => navigator.language)).toBe('en-GB');
});

test('the sign-in page speaks as the browser does, and nynorsk is answered in bokmål', async ({
  browser,
  freshCashier: { url, api },
}) => {
  api.answer('GET', /^\/api\/session$/, () => ({ status: 401, json: refusal('not_signed_in') }));
  const context = await browser.newContext({ locale: 'nn-NO' });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await context.close();
});
