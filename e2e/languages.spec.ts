// The display speaks as its till does until its customer chooses another language; the pages of staff speak as their browser does.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './shop/fixtures.ts';

const tillsFile = join(mkdtempSync(join(tmpdir(), 'tillside-languages-')), 'tills.json');
writeFileSync(tillsFile, JSON.stringify([{ id: '1', name: 'Kafé Fjord', locale: 'nb-NO' }]));
test.use({ alone: true, settings: { TILLS_FILE: tillsFile } });

test('a customer reads another language after a tap, and the next one the language of the till', async ({
  shop,
  display,
}) => {
  const html = display.locator('html');
  await expect(display.getByRole('heading', { name: 'Velkommen' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'nb');
  const body = { amount: { value: 124_950, currency: 'NOK' }, text: 'Kaffe' };
  const { reference } = (await shop.api('POST', '/tills/1/payments', body)).body;
  await expect(display.getByRole('heading', { name: 'Skann for å betale' })).toBeVisible();

  const languages = display.getByRole('group', { name: 'Språk' });
  const current = languages.getByRole('button', { name: 'Norsk', expanded: false });
  if (await current.isVisible()) await current.click();
  const chosen = languages.getByRole('button', { name: 'Dansk', exact: true });
  const { width, height } = (await chosen.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await chosen.press('Enter');
  await expect(display.getByRole('heading', { name: 'Scan for at betale' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'da');
  await expect(display.locator('.amount')).toHaveText(/^1\.249,50\skr\.$/);

  const { phoneUrl } = await shop.vipps.order(reference);
  await shop.phone.scan(phoneUrl);
  await shop.phone.act(phoneUrl, 'approve');
  await expect(display.getByRole('heading', { name: 'Betalt' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'da');
  await shop.api('POST', '/tills/1/payments', body);
  await expect(display.getByRole('heading', { name: 'Skann for å betale' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'nb');
});

test('the cashier reads the language of the till, also in a browser that prefers another', async ({
  cashier,
}) => {
  await expect(cashier.locator('html')).toHaveAttribute('lang', 'nb');
  await expect(cashier.getByRole('button', { name: 'Ta betalt' })).toBeVisible();
});

test('the sign-in page speaks as the browser does, and nynorsk is answered in bokmål', async ({
  shop,
  browser,
}) => {
  const context = await browser.newContext({ locale: 'nn-NO' });
  const page = await context.newPage();
  await page.goto(`${shop.url}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await context.close();
});
