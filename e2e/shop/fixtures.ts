// A shop with a cashier's tab and a customer's display side by side, as every browser test finds it.
import { test as base, expect, type Page } from 'playwright/test';
import { readCodeFrom } from './qr.ts';
import { credentials, otherAccount, Shop } from './shop.ts';
import { VippsHost } from './vipps-host.ts';
import { Windows } from './windows.ts';

export { expect };

/**
 * What a worker keeps from one test to the next: the windows of the counter, the stand-in for Vipps, and the port of its shops, at
 * which a browser has loaded the same pages before.
 */
type Kept = { windows: Windows; address: { PORT?: string }; host: VippsHost };

/** `settings` are variables of the shop's server, for `test.use`. `secondCashier` is the cashier's page once more, in a window of its own: what is behind another tab is slowed down. `visitor` is a window in which nobody has signed in. */
type Fixtures = {
  settings: Record<string, string>;
  shop: Shop;
  cashier: Page;
  secondCashier: Page;
  visitor: Page;
  display: Page;
  counter: Counter;
};

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
  windows: [
    async ({ browser }, use) => {
      const windows = new Windows(browser);
      await use(windows);
      await windows.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  address: [async ({}, use) => use({}), { scope: 'worker' }],
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const host = new VippsHost(credentials, [otherAccount]);
      await use(host);
      await host.end();
    },
    { scope: 'worker' },
  ],
  settings: [{}, { option: true }],
  shop: async ({ address, host, settings }, use) => {
    const shop = await Shop.open({ ...address, ...settings }, { host });
    address.PORT = new URL(shop.url).port;
    await use(shop);
    await shop.close();
  },
  // Playwright's own page is the manager's.
  context: async ({ context, shop }, use) => {
    await context.addCookies([shop.session]);
    await use(context);
  },
  cashier: ({ windows, shop }, use) => windows.show('cashier', `${shop.url}/cashier/1`, shop.session, use),
  visitor: ({ windows, shop }, use) => windows.show('visitor', `${shop.url}/sign-in`, null, use),
  secondCashier: ({ windows, shop }, use) =>
    windows.show('secondCashier', `${shop.url}/cashier/1`, shop.session, use),
  display: async ({ windows, shop }, use) =>
    windows.show('display', `${shop.url}/display/1`, await shop.pairDisplay(), use),
  counter: async ({ shop, cashier, display }, use) => {
    const shows = (state: string) =>
      expect(display.locator('[data-state]')).toHaveAttribute('data-state', state, { timeout: 8_000 });
    const charge = async (digits: string, text?: string) => {
      if (text !== undefined)
        await cashier.getByRole('textbox', { name: 'Text the customer sees' }).fill(text);
      const keypad = cashier.getByRole('group', { name: 'Keypad' });
      for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click();
      await cashier.getByRole('button', { name: /^Charge/ }).click();
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
      const sale = { amount: { value, currency: 'NOK' }, text };
      const { reference } = (await shop.api('POST', '/tills/1/payments', sale)).body;
      await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
      const payment = async () => (await shop.api('GET', `/payments/${reference}`)).body;
      await expect.poll(payment).toMatchObject({ capture: 'captured' });
      return reference;
    };
    await use({ charge, readCode, sell, scan, pay, cancel, soldBefore, shows });
  },
});
