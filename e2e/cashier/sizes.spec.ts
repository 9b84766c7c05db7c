// A sale on every screen: from a phone to a large one, upright and on its side, and with the browser's text twice as large.
import type { Locator, Page } from 'playwright/test';
import { sale } from '../contact-sheet/states.ts';
import { english, expect, test } from '../pages/fixtures.ts';

const sizes = [
  [360, 640],
  [390, 664],
  [390, 844],
  [844, 390],
  [800, 480],
  [1024, 600],
  [1024, 768],
  [800, 1280],
  [1280, 800],
  [1920, 1080],
  [2560, 1440],
] as const;

const charge = (page: Page) => page.getByRole('button', { name: /^Charge/ });
const keysOf = (page: Page) => page.getByRole('group', { name: 'Keypad' }).getByRole('button');

/** Whether it is on the screen as a whole, and no other element covers its middle. */
function isInReach(part: Element): boolean {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  const isInside = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return isInside && onTop !== null && (part.contains(onTop) || onTop.contains(part));
}
const inReach = async (...parts: Locator[]) => {
  for (const part of parts) await expect.poll(() => part.evaluate(isInReach), `${part}`).toBe(true);
};

for (const [width, height] of sizes) {
  test(`at ${width} × ${height} amount, keys and Charge are there at once, and a payment with its way out`, async ({
    freshCashier: tab,
  }) => {
    const { page } = tab;
    await page.setViewportSize({ width, height });
    await tab.show({ name: 'idle', payment: null, till: { subscriptions: false } }, english);
    await page.keyboard.type('4550+3000');
    await inReach(page.getByRole('status', { name: 'Amount' }), charge(page), ...(await keysOf(page).all()));
    for (const key of await keysOf(page).all()) {
      expect((await key.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    }
    for (let times = 0; times < 9; times += 1) await page.keyboard.press('Backspace');
    await tab.show({ name: 'QR', payment: sale('presented'), hasCode: true }, english);
    await inReach(
      page.getByRole('heading', { name: 'Waiting for the scan' }),
      page.getByRole('img', { name: 'The QR code that the customer sees' }),
      page.getByRole('button', { name: 'Show the QR here' }),
      page.getByRole('button', { name: 'Cancel this payment' }),
    );
    const isScrolled = () => document.documentElement.scrollHeight > innerHeight + 1;
    expect(await page.evaluate(isScrolled)).toBe(false);
  });
}

test('[P6] on a phone a lost connection covers neither what was sold nor the way to cancel it', async ({
  freshCashier: tab,
}) => {
  const { page } = tab;
  await page.setViewportSize({ width: 390, height: 844 });
  await tab.show({ name: 'QR', payment: sale('presented'), hasCode: true }, english);
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await expect(page.getByText('Connection to the till server lost.')).toBeVisible();
  await inReach(
    page.getByRole('button', { name: 'Cancel this payment' }),
    page.getByRole('heading', { name: 'Waiting for the scan' }),
  );
  await page.unroute('**/api/**');
});

test('with text twice as large a phone still shows amount, keys and Charge', async ({
  freshCashier: tab,
}) => {
  const { page } = tab;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.setViewportSize({ width: 390, height: 844 });
  await tab.show({ name: 'idle', payment: null, till: { subscriptions: false } }, english);
  await page.keyboard.type('4550');
  await inReach(page.getByRole('status', { name: 'Amount' }), charge(page), ...(await keysOf(page).all()));
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
});

test('on a phone the day is a view of its own, from which a sale opens', async ({ freshCashier: tab }) => {
  const { page } = tab;
  await page.setViewportSize({ width: 390, height: 664 });
  await tab.show({ name: 'idle', payment: null }, english);
  const today = page.getByRole('region', { name: 'Today' });
  await expect(today).toHaveCount(0);
  const day = page.getByRole('button', { name: 'Today' });
  await day.click();
  await expect(today.getByRole('button', { name: 'Find a sale' })).toBeVisible();
  await today.getByRole('listitem').getByRole('button').last().click();
  await expect(page.getByRole('dialog', { name: 'Payment' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await day.click();
  await expect(charge(page)).toBeInViewport({ ratio: 1 });
});
