// Managers add, rename and retire tills, and their screens find their way by themselves.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expectFine } from '../pages/expect-fine.ts';
import { enterPin } from '../shop/enter-pin.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { Shop } from '../shop/shop.ts';
import { tillsIn } from '../shop/tills.ts';

test.use({ alone: true });

const tillNamed = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name }) });

/** Enters the code of a tablet at a till. */
async function pair(tablet: Page, shop: Shop, till: string): Promise<void> {
  const shown = tablet.locator('[data-pairing-code]');
  await expect(shown).toBeVisible();
  const code = await shown.getAttribute('data-pairing-code');
  expect((await shop.api('POST', `/tills/${till}/displays`, { code })).status).toBe(201);
}

test('a till is added, used, renamed and retired: its tablet shows a code and works again, its tab offers other tills', async ({
  shop,
  page,
  cashier,
  visitor: tablet,
}) => {
  await enterPin(shop);
  await page.goto(`${shop.url}/settings#tills`);
  const form = page.locator('form');
  await form.getByRole('textbox', { name: 'Name of till' }).fill('Terrace');
  await form.getByRole('textbox', { name: 'Short name' }).fill(shop.till);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form.getByRole('alert')).toContainText('There is a till with this short name already.');
  await form.getByRole('textbox', { name: 'Short name' }).fill('out');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Terrace is added.')).toBeVisible();

  await cashier.goto(`${shop.url}/cashier/out`);
  await tablet.goto(`${shop.url}/display`);
  await pair(tablet, shop, 'out');
  await expect(tablet.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await cashier.keyboard.type('24900');
  await cashier.getByRole('button', { name: /^Charge/ }).click();
  await expect(tablet.getByRole('img', { name: /^QR/ })).toBeVisible();

  const till = tillNamed(page, 'Name of till out');
  await till.getByRole('textbox').fill('Garden');
  await page.keyboard.press('Tab');
  await expect(cashier.getByRole('heading', { name: 'Garden' })).toBeVisible();
  await expect(tablet.getByText('Garden', { exact: true })).toBeVisible();

  await till.getByRole('button', { name: 'Retire Garden' }).click();
  const question = till.getByRole('group', { name: 'Retire Garden?' });
  await expect(question).toContainText('Its payments stay');
  await expectFine(page, 'the question before a till is retired');
  await question.getByRole('button', { name: 'Yes, retire' }).click();
  await expect(question.getByRole('alert')).toContainText('A payment is under way at this till.');
  await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
  await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
  await expect(cashier.getByRole('button', { name: 'New sale' })).toBeVisible();
  await question.getByRole('button', { name: 'Yes, retire' }).click();
  await expect(page.getByText('Garden is retired.')).toBeVisible();
  await expect(till).toHaveCount(0);

  await expect(tablet.locator('[data-pairing-code]')).toBeVisible();
  await expect(cashier.getByRole('heading', { name: 'This till is not in use' })).toBeVisible();
  await expectFine(cashier, 'a till that is gone');
  await pair(tablet, shop, shop.till);
  await expect(tablet).toHaveURL(`${shop.url}/display/${shop.till}`);
  await expect(tablet.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await cashier.getByRole('link', { name: shop.name }).click();
  await expect(cashier).toHaveURL(`${shop.url}/cashier/${shop.till}`);
  await expect(cashier.getByRole('status', { name: 'Amount' })).toBeVisible();
});

test('what the environment decides is shown, and where, and cannot be changed', async ({ browser }) => {
  const shop = await Shop.open({ SHOP_NAME: 'Torggata Kaffe', CAPTURE: 'manual' }, { tills: 2 });
  const context = await browser.newContext();
  await context.addCookies([shop.session]);
  const page = await context.newPage();
  try {
    await page.goto(`${shop.url}/settings`);
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await expect(name).toHaveValue('Torggata Kaffe');
    await expect(name).toBeDisabled();
    await expect(name).toHaveAccessibleDescription('Set where the server runs: SHOP_NAME');
    await page.getByRole('link', { name: 'Sale and slip' }).click();
    await expect(page.getByText('Set where the server runs: CAPTURE')).toBeVisible();
    await expectFine(page, 'what the environment decides');
    await expect(page.getByRole('button', { name: 'By staff' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: 'At once' })).toBeDisabled();
    await page.getByRole('link', { name: 'Tills', exact: true }).click();
    const first = page.getByRole('textbox', { name: 'Name of till 1' });
    await expect(first).toBeDisabled();
    await expect(first).toHaveAccessibleDescription('Set where the server runs: TILLS_FILE');
    await expect(page.getByRole('button', { name: /^Retire/ })).toHaveCount(0);
    await enterPin(shop);
    const [own] = (await shop.api('GET', '/shops')).body.shops;
    const changed = await shop.api('PATCH', `/shops/${own.id}/settings`, { name: 'Other' });
    expect(changed.status).toBe(409);
  } finally {
    await context.close();
    await shop.close();
  }
});

test('a tablet of a till that is not in TILLS_FILE any more shows a code by itself', async ({ browser }) => {
  const shop = await Shop.open({}, { tills: 2 });
  const tablet = await browser.newPage();
  try {
    await tablet.goto(`${shop.url}/display`);
    await pair(tablet, shop, '2');
    await expect(tablet).toHaveURL(`${shop.url}/display/2`);
    await expect(tablet.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    tillsIn(shop.folder, 1);
    await shop.restartServer();
    await pair(tablet, shop, '1');
    await expect(tablet).toHaveURL(`${shop.url}/display/1`);
    await expect(tablet.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  } finally {
    await tablet.context().close();
    await shop.close();
  }
});

test('a manager of all shops chooses whose settings they change, with the keyboard alone', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-shops-'));
  const tillsFile = join(folder, 'tills.json');
  const tills = ['oslo', 'bergen'].map((shop, at) => ({ id: `${at + 1}`, name: `Till ${at + 1}`, shop }));
  writeFileSync(tillsFile, JSON.stringify(tills));
  const shop = await Shop.open({ TILLS_FILE: tillsFile });
  const context = await browser.newContext();
  await context.addCookies([shop.session]);
  const page = await context.newPage();
  try {
    await enterPin(shop);
    await page.goto(`${shop.url}/settings`);
    await page.getByRole('combobox', { name: 'Shop' }).focus();
    await page.keyboard.type('bergen');
    await page.keyboard.press('Tab');
    for (const room of ['Shop', 'Customer display', 'Sale and slip', 'Day', 'Tills', 'Staff', 'Audit log']) {
      await expect(page.getByRole('link', { name: room, exact: true })).toBeFocused();
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.type('Bryggen Kaffe');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Saved, shown on both screens')).toBeVisible();
    const sellers = ['1', '2'].map(
      async (till) => (await shop.api('GET', `/tills/${till}/payment`)).body.till.seller,
    );
    expect(await Promise.all(sellers)).toEqual([
      null,
      { name: 'Bryggen Kaffe', registration: null, address: null },
    ]);
  } finally {
    await context.close();
    await shop.close();
    rmSync(folder, { recursive: true });
  }
});
