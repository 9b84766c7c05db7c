// A counter with one till: both screens in a browser, and everybody who uses them.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright/test';
import { credentials } from '../shop/accounts.ts';
import { Shop } from '../shop/shop.ts';
import { VippsHost } from '../shop/vipps-host.ts';
import type { SalePlan } from './sales.ts';

const dayMs = 24 * 3_600_000;
/** What each screen says in the end. */
const ends: Record<SalePlan['end'], { state: string; said: string }> = {
  paid: { state: 'approved', said: 'Paid' },
  scanned_and_paid: { state: 'approved', said: 'Paid' },
  refused: { state: 'cancelled', said: 'Cancelled by customer' },
  cancelled: { state: 'cancelled', said: 'Nothing was taken' },
  cancelled_by_button: { state: 'cancelled', said: 'Nothing was taken' },
  failed: { state: 'failed', said: 'refused the sale' },
};

export class Counter {
  readonly shop: Shop;
  readonly display: Page;
  readonly cashier: Page;
  readonly #host: VippsHost;

  private constructor(shop: Shop, host: VippsHost, display: Page, cashier: Page) {
    this.shop = shop;
    this.#host = host;
    this.display = display;
    this.cashier = cashier;
  }

  static async open(browser: Browser): Promise<Counter> {
    const host = new VippsHost(credentials);
    // The server can be asked for its memory; what it logs is nobody's here.
    const settings = { LOG_LEVEL: 'warn', NODE_OPTIONS: '--inspect=127.0.0.1:0' };
    const shop = await Shop.open(settings, { host });
    const show = async (path: string, cookie: Shop['session'], width: number, height: number) => {
      const context = await browser.newContext({ viewport: { width, height } });
      await context.addCookies([cookie]);
      const page = await context.newPage();
      await page.goto(shop.url + path);
      return page;
    };
    const display = await show('/display/1', await shop.pairDisplay(), 800, 1280);
    const cashier = await show('/cashier/1', shop.session, 1280, 800);
    return new Counter(shop, host, display, cashier);
  }

  async close(): Promise<void> {
    await this.display.context().close();
    await this.cashier.context().close();
    await this.shop.close();
    await this.#host.end();
  }

  /** From the charge to the result, each of which both screens must have shown. */
  async play(sale: SalePlan): Promise<void> {
    const fails = sale.end === 'failed';
    if (fails) await this.shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 400 });
    await (sale.by === 'cashier' ? this.#keyIn(sale) : this.#send(sale));
    if (!fails) {
      const hasText = (sale.amount / 100).toFixed(2).replace('.', ',');
      await Promise.all([
        this.display.locator('[data-state=presented]').filter({ hasText }).waitFor(),
        this.#now.filter({ hasText }).waitFor(),
      ]);
      if (sale.taps !== null) await this.#tap(sale.taps);
      await this.#finish(sale);
    }
    const { state, said } = ends[sale.end];
    await Promise.all([
      this.display.locator(`[data-state=${state}]`).waitFor(),
      this.#now.filter({ hasText: said }).waitFor(),
    ]);
    if (fails) await this.shop.vipps.breakDown();
  }

  /** The end of the day: the last customer has gone, both screens wait for the next, and the list of the day is empty. */
  async endDay(): Promise<void> {
    const database = new DatabaseSync(join(this.shop.folder, 'shop.db'), { timeout: 5_000 });
    database.prepare('update payments set created_at = created_at - ?').run(dayMs);
    database.close();
    await this.display.locator('[data-state=idle]').waitFor();
    await this.cashier.getByRole('button', { name: 'New sale' }).click();
    await this.cashier.getByText('No payments yet today.').waitFor();
  }

  get #now() {
    return this.cashier.getByRole('region', { name: 'Now' });
  }

  async #send({ amount, lines }: SalePlan): Promise<void> {
    const krone = (value: number) => ({ value, currency: 'NOK' });
    const half = Math.floor(amount / 2);
    const order = [
      { name: 'Coffee', quantity: 1, amount: krone(half) },
      { name: 'Bun', quantity: 2, amount: krone(amount - half) },
    ];
    const body = { text: 'Coffee and two buns', amount: krone(amount), ...(lines ? { lines: order } : {}) };
    await this.shop.api('POST', '/tills/1/payments', body);
  }

  /** Without a text: for each that is typed, the browser itself keeps one node, to undo it. */
  async #keyIn({ amount }: SalePlan): Promise<void> {
    const keypad = this.cashier.getByRole('group', { name: 'Keypad' });
    for (const digit of String(amount))
      await keypad.getByRole('button', { name: digit, exact: true }).click();
    await this.cashier.getByRole('button', { name: /^Charge/ }).click();
  }

  async #tap(what: 'language' | 'larger'): Promise<void> {
    if (what === 'larger') return this.display.getByRole('button', { name: 'Larger text' }).click();
    const current = this.display.getByRole('button', { name: 'English', expanded: false });
    if (await current.isVisible()) await current.click();
    await this.display.getByRole('button', { name: 'Suomi', exact: true }).click();
    await this.display.getByRole('heading', { name: 'Skannaa' }).waitFor();
  }

  async #finish({ end }: SalePlan): Promise<void> {
    const reference = (await this.shop.payment())?.reference ?? '';
    if (end === 'cancelled') {
      await this.shop.api('POST', `/payments/${reference}/cancel`, {});
      return;
    }
    if (end === 'cancelled_by_button') {
      await this.cashier.getByRole('button', { name: 'Cancel this payment' }).click();
      await this.cashier.getByRole('button', { name: 'Yes, cancel' }).click();
      return;
    }
    const { phoneUrl } = await this.shop.vipps.order(reference);
    if (end === 'scanned_and_paid') {
      await this.shop.phone.scan(phoneUrl);
      await this.display.locator('[data-state=scanned]').waitFor();
    }
    await this.shop.phone.act(phoneUrl, end === 'refused' ? 'cancel' : 'approve');
  }
}
