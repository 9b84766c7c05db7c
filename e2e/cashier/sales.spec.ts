// Finding sales of any day, downloading them, and the list of what needs attention.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator, Page } from 'playwright/test';
import { type Counter, expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

const dayMs = 24 * 3_600_000;

/** Lets a sale have been made on an earlier day. */
function putBack(shop: Shop, reference: string, days: number): void {
  const database = new DatabaseSync(join(shop.folder, 'shop.db'), { timeout: 5_000 });
  const moved = database.prepare('UPDATE payments SET created_at = created_at - ? WHERE reference = ?');
  expect(moved.run(days * dayMs, reference).changes).toBe(1);
  database.close();
}

/** Two sales of today, one of last week, and one that the customer did not want. */
async function someDays(shop: Shop, counter: Counter) {
  const books = await counter.soldBefore(12_900, 'Two books');
  putBack(shop, books, 7);
  await counter.soldBefore(24_900, 'Two coffees');
  const lunch = await counter.soldBefore(50_000, 'Lunch, large');
  await shop.phone.act(await counter.sell('9900', 'Newspaper'), 'cancel');
  await counter.shows('cancelled');
  return { books, lunch };
}

async function openSales(cashier: Page): Promise<Locator> {
  await cashier.getByRole('button', { name: 'Find a sale' }).click();
  return cashier.getByRole('dialog', { name: 'Sales' });
}

/** The time zone of the tests' shops. */
const timeZone = 'Europe/Oslo';

/** A day as a date field takes it. */
const day = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * dayMs).toLocaleDateString('sv-SE', { timeZone });

test('a cashier finds a sale by reference, amount, text, state and day, and downloads the result as a table', async ({
  shop,
  cashier,
  counter,
}) => {
  const { books, lunch } = await someDays(shop, counter);
  const sales = await openSales(cashier);
  const what = sales.getByLabel('Reference, amount or text');
  const rows = sales.getByRole('listitem');
  const finds = async (...texts: string[]) => {
    await sales.getByRole('button', { name: 'Search' }).click();
    await expect(rows).toHaveText(texts.map((text) => new RegExp(text)));
  };
  await finds('Newspaper', 'Lunch, large', 'Two coffees', 'Two books');
  await what.fill(lunch.slice(3));
  await finds('Lunch, large');
  await what.fill('249');
  await finds('Two coffees');
  for (const printed of ['249,00\u00a0kr', '249 kr', 'NOK 249.00']) {
    await what.fill(printed);
    await finds('Two coffees');
  }
  await what.fill('TWO ');
  await finds('Two coffees', 'Two books');
  // Both days are included in the search.
  await sales.getByLabel('To').fill(day(7));
  await finds('Two books');
  await sales.getByLabel('From').fill(day(7));
  await finds('Two books');
  await what.fill('coffees');
  await finds();
  await expect(sales.getByText('No sale was found.')).toBeVisible();
  await what.fill('');
  for (const name of ['From', 'To']) await sales.getByLabel(name).fill('');
  await sales.getByLabel('State').selectOption('Cancelled');
  await finds('Newspaper');

  await sales.getByLabel('State').selectOption('Paid');
  await finds('Lunch, large', 'Two coffees', 'Two books');
  const download = cashier.waitForEvent('download');
  await sales.getByRole('link', { name: 'Download as CSV' }).click();
  const table = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect((await download).suggestedFilename()).toBe('payments.csv');
  expect(table[0]).toMatch(/^\ufeffreference,shop,till,api,state,created,text,currency,amount,captured,/);
  expect(table.slice(4)).toEqual(['']);
  expect(table[1]).toContain(`${lunch},`);
  expect(table[1]).toContain(',approved,');
  expect(table[1]).toContain('"Lunch, large",NOK,500.00,500.00,0.00');

  // Sales of another day are shown with that day.
  await rows.filter({ hasText: 'Two books' }).getByRole('button').click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await expect(details).toContainText(books);
  const started = new Date(Date.now() - 7 * dayMs).toLocaleDateString('en-NO', {
    dateStyle: 'medium',
    timeZone,
  });
  await expect(details.locator('dl').first()).toContainText(started);
});

test('what needs attention comes first, from earlier days too, until it is settled', async ({
  shop,
  cashier,
  counter,
}) => {
  const today = cashier.getByRole('region', { name: 'Today' });
  const now = cashier.getByRole('region', { name: 'Now' });
  await shop.vipps.breakDown({ on: 'capture', kind: 'status', status: 400 });
  const code = await counter.sell('24900', 'Two coffees');
  await shop.phone.act(code, 'approve');
  await expect(now).toContainText('Vipps refused the capture. Capture it again.');
  await expect(now).toContainText(`If you call support, read out: ${(await shop.payment())?.reference}`);
  await expect(cashier).toHaveTitle(/^Needs attention 249,00/);
  await shop.vipps.breakDown();
  putBack(shop, (await shop.payment())?.reference ?? '', 3);
  await counter.soldBefore(4_200, 'Tea');
  await cashier.reload();
  await now.getByRole('button', { name: 'New sale' }).click();
  await expect(cashier).toHaveTitle(`Needs attention · ${shop.name}`);

  // Above the sales of today, with its day.
  const texts = today.getByText(/Vipps refused the capture|Tea$/);
  await expect(texts).toHaveText([/249,00.kr is reserved but not captured/, 'Tea']);
  const matter = today.getByRole('button', { name: /is reserved but not captured/ });
  const earlier = new Date(Date.now() - 3 * dayMs).toLocaleDateString('en-NO', {
    dateStyle: 'medium',
    timeZone,
  });
  await expect(matter).toContainText(earlier);
  await matter.click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await details.getByRole('button', { name: /^Capture 249,00/ }).click();
  const question = details.getByRole('group', { name: /^Capture 249,00.kr\?$/ });
  await question.getByRole('button', { name: 'Back' }).click();
  await details.getByRole('button', { name: /^Capture 249,00/ }).click();
  await question.getByRole('button', { name: 'Yes, capture' }).click();
  await expect(matter).toHaveCount(0);
  await expect(cashier).toHaveTitle(shop.name);
  await expect(today.getByText('Needs attention')).toHaveCount(0);
});
