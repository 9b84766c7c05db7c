// Managers change what is set for the shop, and both screens go by it without a restart.

import { randomFillSync } from 'node:crypto';
import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { expectFine } from '../pages/expect-fine.ts';
import { cashier, manager } from '../shop/accounts.ts';
import { addCashier } from '../shop/add-cashier.ts';
import { enterPin } from '../shop/enter-pin.ts';
import { forgetProofs } from '../shop/forget-proofs.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import { signIn } from '../shop/screens/sign-in.ts';

// What is set for a shop is set for every test of it.
test.use({ alone: true });

const icon = new URL('../../client/display/icons/icon-512.png', import.meta.url);

const row = (page: Page, name: string) =>
  page.locator('.row').filter({ has: page.getByText(name, { exact: true }) });
const saved = (page: Page) => page.getByText('Saved, shown on both screens');

async function open(page: Page, url: string, room: string) {
  await page.goto(`${url}/settings`);
  await page.getByRole('link', { name: room, exact: true }).click();
  await expect(page.getByRole('heading', { name: room, level: 2 })).toBeVisible();
}

test('[P12] a manager enters the PIN, and a new name, text, picture and languages are on the display at once', async ({
  shop,
  page,
  display,
}) => {
  await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  forgetProofs(shop);
  await page.goto(`${shop.url}/settings`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Torggata Kaffe');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Enter your PIN' });
  await dialog.getByLabel('PIN', { exact: true }).fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  await expect(display.getByText('Torggata Kaffe')).toBeVisible();

  await page.getByRole('link', { name: 'Customer display' }).click();
  const text = page.getByRole('textbox', { name: 'Text when idle, English' });
  await text.fill('Open until 18:00\nToday: two buns for 60 kr');
  await text.blur();
  await expect(saved(page)).toBeVisible();
  const words = display.getByText(/Open until 18:00\s+Today: two buns for 60 kr/);
  await expect(words).toBeVisible();
  const [lines, lineHeight] = await words.evaluate((one) => [
    one.getBoundingClientRect().height,
    Number.parseFloat(getComputedStyle(one).lineHeight),
  ]);
  expect((lines ?? 0) / (lineHeight ?? 1)).toBeGreaterThan(1.9);

  await row(page, 'Picture when idle').locator('input').setInputFiles(icon.pathname);
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible();
  await expect(display.locator('img.picture')).toHaveAttribute('src', /\/picture\?v=/);
  await expect
    .poll(() => display.locator('img.picture').evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBe(512);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(display.locator('img.picture')).toHaveCount(0);

  for (const language of ['Suomi', 'Svenska', 'Dansk']) {
    await page.getByRole('button', { name: new RegExp(`^\\d ${language}$`) }).click();
  }
  const choice = display.getByRole('group', { name: 'Language' });
  await expect(choice.getByRole('button', { name: 'Dansk' })).toHaveCount(0);
  await page.getByRole('group', { name: 'Shown first' }).getByRole('button', { name: 'Norsk' }).click();
  await expect(display.getByRole('heading', { name: 'Velkommen' })).toBeVisible();
  await page.getByRole('button', { name: '2 English' }).click();
  await expect(display.getByRole('group', { name: 'Språk' })).toHaveCount(0);
});

test('what cannot be saved stays as it was typed, says why, and is undone or saved later', async ({
  shop,
  page,
}) => {
  await enterPin(shop);
  await page.goto(`${shop.url}/settings`);
  const number = page.getByRole('textbox', { name: 'Organisation number' });
  await number.fill('974 760 674');
  await number.blur();
  const trouble = row(page, 'Organisation number').getByRole('alert');
  await expect(trouble).toContainText(/^No company in Norway/);
  await expect(number).toHaveValue('974 760 674');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expectFine(page, 'a number that is wrong');
  // Nothing is lost in another room either.
  await page.getByRole('link', { name: 'Day', exact: true }).click();
  await page.getByRole('link', { name: 'Shop', exact: true }).click();
  await expect(number).toHaveValue('974 760 674');
  await trouble.getByRole('button', { name: 'Undo' }).click();
  await expect(number).toHaveValue('');
  await number.fill('974 760 673');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible();

  // While the server is away, and once it is back.
  await page.route('**/settings', (route) => route.abort());
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill('Torggata 1, Oslo');
  await address.blur();
  const away = row(page, 'Address').getByRole('alert');
  await expect(away).toContainText('The till server cannot be reached.');
  await expect(address).toHaveValue('Torggata 1, Oslo');
  await page.unroute('**/settings');
  await away.getByRole('button', { name: 'Save' }).click();
  await expect(away).toBeHidden();
  const { body } = await shop.api('GET', `/tills/${shop.till}/payment`);
  expect(body.till.seller).toEqual({
    name: null,
    registration: 'Org.nr. 974 760 673',
    address: 'Torggata 1, Oslo',
  });
});

test('[P12] amounts are typed as people write them, with the keyboard alone, and capture asks before it takes money', async ({
  shop,
  page,
}) => {
  await enterPin(shop);
  await open(page, shop.url, 'Sale and slip');
  const limit = page.getByRole('textbox', { name: 'A cashier may refund', exact: true });
  await limit.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12,345');
  await page.keyboard.press('Enter');
  await expect(row(page, 'A cashier may refund').getByRole('alert')).toContainText('Enter an amount such as');
  await page.keyboard.press('Escape');
  await expect(limit).toHaveValue('0,00');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('500');
  await page.keyboard.press('Tab');
  await expect(limit).toHaveValue('500,00');
  await expect(page.getByRole('textbox', { name: 'A cashier may refund in a day' })).toBeFocused();

  const byStaff = page.getByRole('button', { name: 'By staff' });
  await byStaff.focus();
  await page.keyboard.press('Enter');
  await expect(byStaff).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^The money is only reserved/)).toBeVisible();
  const { reference } = (await shop.sell(24_900, 'Two coffees')).body;
  await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
  const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
  await expect.poll(payment).toMatchObject({ state: 'approved', capture: 'none' });
  await page.getByRole('button', { name: 'At once' }).click();
  const question = page.getByRole('group', { name: /^Capture at once from now on/ });
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused();
  await expect.poll(payment).toMatchObject({ capture: 'none' });
  await question.getByRole('button', { name: 'Yes, capture at once' }).click();
  await expect.poll(payment).toMatchObject({ capture: 'captured' });
});

test('[P12] a photo that is larger than the server takes is made smaller, and what is no picture is not sent', async ({
  shop,
  page,
}) => {
  await enterPin(shop);
  await open(page, shop.url, 'Customer display');
  const photo = new PNG({ width: 3200, height: 800 });
  randomFillSync(photo.data);
  for (let alpha = 3; alpha < photo.data.length; alpha += 4) photo.data[alpha] = 255;
  const buffer = PNG.sync.write(photo, { deflateLevel: 1 });
  expect(buffer.length).toBeGreaterThan(2_000_000);
  const input = row(page, 'Picture when idle').locator('input');
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  const shown = row(page, 'Picture when idle').locator('img');
  await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2560);
  const before = await shown.getAttribute('src');
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  const trouble = row(page, 'Picture when idle').getByRole('alert');
  await expect(trouble).toContainText('This file is not a picture that can be shown.');
  await trouble.getByRole('button', { name: 'Undo' }).click();
  await expect(shown).toHaveAttribute('src', before ?? '');
});

test('[P8] a cashier is told that the page is for managers, and changes nothing', async ({
  shop,
  visitor,
}) => {
  await addCashier(shop);
  await visitor.goto(`${shop.url}/settings`);
  await signIn(visitor, cashier);
  await expect(visitor.getByRole('heading', { name: 'Managers only' })).toBeVisible();
  await expect(visitor.getByRole('textbox')).toHaveCount(0);
});
