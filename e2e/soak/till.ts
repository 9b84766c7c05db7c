// The till of a soak: both its screens, and the people who use them.
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright/test';
import type { ShopInBrowser } from '../shop/screens/shop-in-browser.ts';
import type { Shop } from '../shop/shop.ts';
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

export class Till {
  readonly shop: Shop;
  readonly display: Page;
  readonly cashier: Page;

  private constructor(shop: Shop, display: Page, cashier: Page) {
    this.shop = shop;
    this.display = display;
    this.cashier = cashier;
  }

  static async at(inBrowser: ShopInBrowser): Promise<Till> {
    return new Till(inBrowser.shop, await inBrowser.display(), await inBrowser.cashier());
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
    const database = new DatabaseSync(this.shop.database, { timeout: 5_000 });
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
