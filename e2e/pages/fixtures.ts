// The built pages in a browser with scripted answers in place of a server; each page is kept for all tests of a worker.
import { type Browser, test as base, expect, type Page } from 'playwright/test';
import { cashierSeat, displaySeat, Screen, type Seat } from '../contact-sheet/screen.ts';
import { languages } from '../contact-sheet/states.ts';

export { expect };
export const [english] = languages;

/** `drawingIn` is a blank page. */
type Kept = { keptDisplay: Screen; keptCashier: Screen; drawingIn: Page };

/**
 * `display` and `cashier` may have shown something before, in a window of any size. `freshDisplay` and `freshCashier` load their
 * page anew for each test, for what people do on it.
 */
type Fixtures = { display: Screen; freshDisplay: Screen; cashier: Screen; freshCashier: Screen };

async function keep(browser: Browser, seat: Seat, use: (screen: Screen) => Promise<void>): Promise<void> {
  const first = { state: { name: 'idle', payment: null }, language: english };
  const screen = await Screen.open(browser, first, seat);
  await use(screen);
  await screen.close();
}

async function lend(screen: Screen, use: (screen: Screen) => Promise<void>): Promise<void> {
  await use(screen);
  await screen.restore();
}

async function lendFresh(screen: Screen, use: (screen: Screen) => Promise<void>): Promise<void> {
  await screen.startOver();
  await lend(screen, use);
  await screen.startOver();
}

export const test = base.extend<Fixtures, Kept>({
  keptDisplay: [({ browser }, use) => keep(browser, displaySeat, use), { scope: 'worker' }],
  keptCashier: [({ browser }, use) => keep(browser, cashierSeat, use), { scope: 'worker' }],
  drawingIn: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  display: ({ keptDisplay }, use) => lend(keptDisplay, use),
  freshDisplay: ({ keptDisplay }, use) => lendFresh(keptDisplay, use),
  cashier: ({ keptCashier }, use) => lend(keptCashier, use),
  freshCashier: ({ keptCashier }, use) => lendFresh(keptCashier, use),
});
