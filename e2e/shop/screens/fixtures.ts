// A shop with a cashier's tab and a customer's display side by side, as every browser test finds it.
import { test as base, expect, type Page } from 'playwright/test';
import type { Shop } from '../shop.ts';
import { type Needs, Shops } from '../shops.ts';
import { readCodeFrom } from './qr.ts';
import { scalePages, Windows } from './windows.ts';

export { expect };

/** What a worker keeps from one test to the next; windows by the speed at which time goes in them. */
type Kept = { shops: Shops; windows: (speed: number) => Windows };

/**
 * The options are for `test.use`. `secondCashier` is the cashier's page once more, in a window of its own: what is behind another
 * tab is slowed down. `visitor` is a window without a session.
 */
type Fixtures = Needs & {
  shop: Shop;
  cashier: Page;
  secondCashier: Page;
  visitor: Page;
  display: Page;
  counter: Counter;
};

/** Most of a test is waiting for polls of one second. More than this, and a busy machine has not drawn what is already over. */
const usualSpeed = 4;

/** What people at the counter do. */
export type Counter = {
  /** Keys in an amount in minor units and charges it. */
  charge(digits: string, text?: string): Promise<void>;
  /** Reads the code off the display as a camera would. */
  readCode(): Promise<string>;
  /** Charges, waits for the QR, and reads it. */
  sell(digits: string, text?: string): Promise<string>;
  scan(): Promise<string>;
  /** Sells and has it paid; what becomes of the money comes after that. */
  pay(): Promise<void>;
  /** Something that another program sold, and that was paid and captured. @returns its reference. */
  soldBefore(value: number, text: string): Promise<string>;
  /** The cashier cancels what is on the customer's screen. */
  cancel(): Promise<void>;
  shows(state: string): Promise<void>;
};

export const test = base.extend<Fixtures, Kept>({
  settings: [{}, { option: true }],
  alone: [false, { option: true }],
  speed: [usualSpeed, { option: true }],
  shops: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const shops = new Shops();
      await use(shops);
      await shops.close();
    },
    { scope: 'worker' },
  ],
  windows: [
    async ({ browser, shops }, use) => {
      const all = new Map<number, Windows>();
      await use((speed) => {
        const windows = all.get(speed) ?? new Windows(browser, shops.time(speed));
        all.set(speed, windows);
        return windows;
      });
      await Promise.all([...all.values()].map((windows) => windows.close()));
    },
    { scope: 'worker' },
  ],
  shop: ({ shops, settings, alone, speed }, use) => shops.lend({ settings, alone, speed }, use),
  // Playwright's own page is the manager's.
  context: async ({ context, shop, shops, speed }, use) => {
    await scalePages(context, shops.time(speed));
    await context.addCookies([shop.session]);
    await use(context);
  },
  cashier: ({ windows, speed, shop }, use) =>
    windows(speed).show('cashier', `${shop.url}/cashier/${shop.till}`, shop.session, use),
  visitor: ({ windows, speed, shop }, use) =>
    windows(speed).show('visitor', `${shop.url}/sign-in`, null, use),
  secondCashier: ({ windows, speed, shop }, use) =>
    windows(speed).show('secondCashier', `${shop.url}/cashier/${shop.till}`, shop.session, use),
  display: async ({ windows, speed, shop }, use) =>
    windows(speed).show('display', `${shop.url}/display/${shop.till}`, await shop.pairDisplay(), use),
  counter: async ({ shop, cashier, display }, use) => {
    const shows = (state: string) =>
      expect(display.locator('[data-state]')).toHaveAttribute('data-state', state);
    const charge = async (digits: string, text?: string) => {
      await expect(cashier.getByRole('status', { name: 'Amount' })).toBeVisible();
      await cashier.keyboard.type(digits);
      if (text !== undefined)
        await cashier.getByRole('textbox', { name: 'Text the customer sees' }).fill(text);
      await cashier.getByRole('button', { name: /^Charge(?! again)/ }).click();
    };
    const readCode = () => readCodeFrom(display);
    const sell = async (digits: string, text?: string) => {
      await charge(digits, text);
      await shows('presented');
      return readCode();
    };
    const scan = async () => {
      const code = await sell('24900', 'Two coffees');
      await shop.phone.scan(code);
      await shows('scanned');
      return code;
    };
    const pay = async () => {
      await shop.phone.act(await scan(), 'approve');
      await shows('approved');
    };
    const cancel = async () => {
      await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
      await cashier.getByRole('button', { name: 'Yes, cancel' }).click();
    };
    const soldBefore = async (value: number, text: string) => {
      const { reference } = (await shop.sell(value, text)).body;
      await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
      const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
      await expect.poll(payment).toMatchObject({ capture: 'captured' });
      return reference;
    };
    await use({ charge, readCode, sell, scan, pay, cancel, soldBefore, shows });
  },
});
