// The cashier's tab without a mouse, and what a hidden tab tells by its title, its icon, a sound and a notification.
import type { Browser, Page } from 'playwright/test';
import { expect, test } from '../shop/screens/fixtures.ts';
import { readCodeFrom } from '../shop/screens/qr.ts';
import type { Shop } from '../shop/shop.ts';

type Shown = { title: string; body: string; tag: string };
type Signals = { tonesHz: number[]; shown: Shown[]; answer: NotificationPermission; hide(): void };
declare global {
  interface Window {
    signals: Signals;
  }
}

/** Records the sounds and notifications of the page. Notifications are allowed once the question is answered with yes. */
function listen(): void {
  const signals: Signals = {
    tonesHz: [],
    shown: [],
    answer: 'denied',
    hide() {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
  window.signals = signals;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    signals.tonesHz.push(this.frequency.value);
    start.call(this, when);
  };
  class Stub {
    static permission: NotificationPermission = 'default';
    static async requestPermission() {
      Stub.permission = signals.answer;
      return Stub.permission;
    }
    constructor(title: string, { body = '', tag = '' }: NotificationOptions) {
      signals.shown.push({ title, body, tag });
    }
  }
  Object.assign(window, { Notification: Stub });
}

/** The tab in a browser context of its own, whose sounds and notifications are recorded. */
async function openTab(browser: Browser, shop: Shop): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await context.addCookies([shop.session]);
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto(`${shop.url}/cashier/${shop.till}`);
  return page;
}

const tonesOf = (page: Page) => page.evaluate(() => window.signals.tonesHz.splice(0));
const iconOf = (page: Page) => page.locator('link[rel="icon"]').getAttribute('href');
const amountOf = (page: Page) => page.getByRole('status', { name: 'Amount' });
const now = (page: Page) => page.getByRole('region', { name: 'Now' });
const rising = [660, 990];
const falling = [392, 262];

test('a cashier sells, cancels and finds by keyboard; the tab tells by title, icon and sound, and offers what was sold', async ({
  browser,
  shop,
  display,
}) => {
  const page = await openTab(browser, shop);
  const { keyboard } = page;
  const has = (name: string | RegExp) => page.getByRole('button', { name });
  const icons = new Set<string | null>();
  const tells = async (title: RegExp) => {
    await expect(page).toHaveTitle(title);
    icons.add(await iconOf(page));
  };
  await expect(page.getByText('Ready')).toBeVisible();
  await tells(new RegExp(`^${shop.name}$`));
  await expect(has('Find a sale')).toContainText('/');

  // Enter charges; Esc asks first, and cancels nothing without an answer.
  await keyboard.type('249009');
  await keyboard.press('Backspace');
  await expect(amountOf(page)).toHaveText(/^249,00/);
  await expect(has(/^Charge 249,00/)).toContainText('Enter');
  await keyboard.press('Enter');
  await expect(now(page)).toContainText('Waiting for the scan');
  await tells(new RegExp(`^Waiting 249,00.kr · ${shop.name}$`));
  await expect(has('Cancel this payment')).toContainText('Esc');
  const question = page.getByRole('group', { name: 'Cancel this payment?' });
  await keyboard.press('Escape');
  await expect(has('Keep waiting')).toBeFocused();
  await expect(has('Keep waiting')).toContainText('Esc');
  await keyboard.press('Enter');
  await expect(question).toBeHidden();
  for (const count of [1, 0]) {
    await keyboard.press('Escape');
    await expect(question).toHaveCount(count);
  }
  expect(await shop.payment()).toMatchObject({ state: 'presented' });
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(has('Yes, cancel')).toBeFocused();
  await keyboard.press('Enter');
  await expect(now(page)).toContainText('Nothing was taken.');
  await tells(new RegExp(`^Not paid 249,00.kr · ${shop.name}$`));
  expect(await tonesOf(page)).toEqual(falling);

  // The last amount and text are offered; Enter in the text field charges, too.
  await has('New sale').press('Enter');
  await page.getByRole('group', { name: 'Quick amounts' }).getByRole('button').press('Enter');
  await page.getByRole('textbox', { name: 'Text the customer sees' }).press('T');
  await keyboard.type('wo coffees');
  await keyboard.press('Enter');
  await expect(now(page)).toContainText('Waiting for the scan');
  await shop.phone.act(await readCodeFrom(display), 'approve');
  await expect(now(page)).toContainText('The money is captured.');
  await tells(new RegExp(`^Paid 249,00.kr · ${shop.name}$`));
  expect(await tonesOf(page)).toEqual(rising);
  expect(icons.size).toBe(4);

  // The switch silences, and both it and the suggestions are there after a reload.
  const sound = has('Sound');
  await has('More').click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await sound.press('Space');
  await page.reload();
  await has('More').click();
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  // The first key folds the sale, which on a slow machine has folded by itself.
  await keyboard.press('1');
  await keyboard.press('Backspace');
  await page
    .getByRole('group', { name: 'Quick amounts' })
    .getByRole('button', { name: /^249,00/ })
    .click();
  await page.getByRole('group', { name: 'Last texts' }).getByRole('button', { name: 'Two coffees' }).click();
  await keyboard.press('Enter');
  await expect(now(page)).toContainText('Waiting for the scan');
  await shop.phone.act(await readCodeFrom(display), 'approve');
  await expect(page).toHaveTitle(/^Paid/);
  expect(await tonesOf(page)).toEqual([]);
  await has('More').click();
  await sound.press('Space');
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => tonesOf(page)).toEqual(rising);

  // Finding is a key away, and Esc leaves it for where the cashier was.
  await keyboard.type('/');
  const sales = page.getByRole('dialog', { name: 'Sales' });
  await expect(sales.getByLabel('Reference, amount or text')).toBeFocused();
  await keyboard.type('coffees');
  await keyboard.press('Enter');
  await expect(sales.getByRole('listitem')).toHaveCount(2);
  await keyboard.press('Escape');
  await expect(sales).toBeHidden();
  await keyboard.type('5');
  await expect(amountOf(page)).toHaveText(/^0,05/);
  await page.context().close();
});

test('a hidden tab notifies of what became of a sale, if it was asked to and may', async ({
  browser,
  shop,
  display,
}) => {
  const page = await openTab(browser, shop);
  await page.getByRole('button', { name: 'More' }).click();
  const notify = page.getByRole('button', { name: 'Notifications' });
  await notify.click();
  await expect(page.getByText('This browser blocks notifications from this page.')).toBeVisible();
  await expect(notify).toHaveAttribute('aria-pressed', 'false');
  await page.evaluate(() => {
    window.signals.answer = 'granted';
  });
  await notify.click();
  await expect(notify).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('This browser blocks notifications')).toBeHidden();

  const pay = async () => {
    await page.keyboard.type('4200');
    await page.keyboard.press('Enter');
    await expect(now(page)).toContainText('Waiting for the scan');
  };
  await pay();
  await shop.phone.act(await readCodeFrom(display), 'approve');
  await expect(now(page)).toContainText('The money is captured.');
  expect(await page.evaluate(() => window.signals.shown)).toEqual([]);

  await pay();
  await page.evaluate(() => window.signals.hide());
  await shop.phone.act(await readCodeFrom(display), 'cancel');
  await expect.poll(() => page.evaluate(() => window.signals.shown)).toHaveLength(1);
  const [shown] = await page.evaluate(() => window.signals.shown);
  expect(shown).toMatchObject({ body: 'Nothing was taken.', tag: (await shop.payment())?.reference });
  expect(shown?.title).toMatch(/^Cancelled by customer 42,00.kr$/);
  await page.context().close();
});
