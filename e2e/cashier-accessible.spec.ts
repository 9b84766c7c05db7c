// The cashier's tab and the other pages of staff in every main state: for everybody, on a counter and on a phone.
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { violationsOn } from './contact-sheet/faults.ts';
import { expect, test } from './shop/fixtures.ts';

// Every state, in both schemes and sizes.
test.describe.configure({ timeout: 90_000 });

const counter = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** What is wider than the window, unless it is meant to be moved sideways. */
const sideways = () => document.documentElement.scrollWidth - innerWidth;

/** As its rules are marked, without what is good style besides. */
const standard: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** [WCAG 2.2 AA] What a machine can find wrong with the page as it is now. */
async function expectFine(page: Page, what: string, options: RunOptions = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that are still changing are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The schemes differ in nothing else.
    const found = await violationsOn(
      page,
      colorScheme === 'light' ? options : { runOnly: ['color-contrast'] },
    );
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize(phone);
  expect.soft(await page.evaluate(sideways), `${what}, on a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(counter);
  expect.soft(await page.evaluate(sideways), what).toBeLessThanOrEqual(0);
}

test('[WCAG 2.2 AA] the tab has no fault that can be found by a machine, from the amount to the result', async ({
  shop,
  cashier,
  counter: at,
}) => {
  const now = cashier.getByRole('region', { name: 'Now' });
  await expect(cashier.getByText('No payments yet today.')).toBeVisible();
  await expectFine(cashier, 'idle, an empty day');
  await at.soldBefore(24_900, 'Two coffees and a cinnamon bun, to take away');
  const code = await at.sell('24900', 'Two coffees');
  await expectFine(cashier, 'QR');
  await cashier.keyboard.press('Escape');
  await expectFine(cashier, 'asked whether to cancel');
  await cashier.keyboard.press('Escape');
  await shop.phone.scan(code);
  await at.shows('scanned');
  await expectFine(cashier, 'scanned');
  await shop.phone.act(code, 'approve');
  await expect(now).toContainText('The money is captured.');
  await expectFine(cashier, 'approved');

  await at.sell('12345');
  await shop.vipps.breakDown({ on: 'cancel', kind: 'status', status: 500 }, { on: 'details', kind: 'reset' });
  await at.cancel();
  await at.shows('closing');
  await expectFine(cashier, 'closing');
  await shop.vipps.breakDown({ on: 'capture', kind: 'status', status: 400 });
  await at.shows('cancelled');
  await expectFine(cashier, 'cancelled');
  await shop.phone.act(await at.sell('24900', 'Lunch'), 'approve');
  await expect(now).toContainText('Vipps refused the capture.');
  await expectFine(cashier, 'needs attention');
  await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
  await at.charge('4200');
  await expect(now).toContainText('Could not start');
  await expectFine(cashier, 'could not start, amount keyed in');
});

test('[WCAG 2.2 AA] nor have its dialogs', async ({ shop, cashier, counter: at }) => {
  await at.soldBefore(24_900, 'Two coffees');
  await cashier.getByRole('button', { name: 'Displays' }).click();
  await expect(cashier.getByText('Last seen: now')).toBeVisible();
  await expectFine(cashier, 'displays');
  await cashier.keyboard.press('Escape');
  await cashier.getByRole('button', { name: 'Subscription' }).click();
  await expectFine(cashier, 'subscription');
  await cashier.getByRole('button', { name: 'Find a sale' }).click();
  const sales = cashier.getByRole('dialog', { name: 'Sales' });
  await expect(sales.getByText('Two coffees')).toBeVisible();
  await expectFine(cashier, 'search');
  await sales.getByRole('button', { name: /Two coffees/ }).click();
  const details = cashier.getByRole('dialog', { name: 'Payment' });
  await expect(details.getByText('Sale entered')).toBeVisible();
  await details.getByRole('button', { name: 'Check with Vipps' }).click();
  await expect(details.getByText('Vipps shows the same as this till.')).toBeVisible();
  await expectFine(cashier, 'details, compared with Vipps');
  await details.getByRole('button', { name: 'Refund', exact: true }).click();
  await expectFine(cashier, 'refund');
  await details.getByRole('button', { name: 'Continue' }).click();
  await expectFine(cashier, 'asked whether to refund');
  await shop.vipps.breakDown({ on: 'refund', kind: 'status', status: 400 });
  await details.getByRole('button', { name: 'Yes, refund' }).click();
  await expect(details.getByText('If you call support')).toBeVisible();
  await expectFine(cashier, 'refund refused');
});

test('[WCAG 2.2 AA] nor have the pages around it, the simulated phone too', async ({
  shop,
  page,
  visitor,
  counter: at,
}) => {
  await at.soldBefore(24_900, 'Two coffees');
  const pages = [
    ['/', 'Tillside'],
    ['/nowhere', 'There is nothing here'],
    ['/reconciliation', 'Everything agrees with Vipps'],
    ['/staff', 'Who can sign in'],
  ] as const;
  for (const [path, name] of pages) {
    await page.goto(`${shop.url}${path}`);
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expectFine(page, path);
  }
  for (const [path, name] of [
    ['/sign-in', 'Sign in'],
    ['/set-up#no-such-token', 'Set up this shop'],
  ] as const) {
    await visitor.goto(`${shop.url}${path}`);
    await expect(visitor.getByRole('heading', { name })).toBeVisible();
    await expectFine(visitor, path);
  }
  await page.goto(await at.sell('24900', 'Two coffees'));
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await expectFine(page, 'phone', standard);
});

test('the list of tills, and the page that is not there, speak the language of the browser', async ({
  browser,
  shop,
}) => {
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
});
