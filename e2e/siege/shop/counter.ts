// The counter of the besieged shop: sale after sale at one till, paid by customers, before both of its screens.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../chaos/plan/random.ts';
import { callApi } from '../../shop/api.ts';
import type { Shop } from '../../shop/shop.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import { asFailure, Screen } from './screen.ts';

/** How one sale went; a time is null where nothing came of it, in milliseconds otherwise. */
export type Sale = {
  /** From the first time that it was asked for to the code on the screen. */
  startedInMs: number | null;
  /** From the customer's approval until both screens show it. */
  shownInMs: number | null;
  /** What stood in the way, by what it was. */
  readonly failures: Record<string, number>;
};

/** What takes longer is said to have come to nothing. */
const patienceMs = 60_000;
const tryPatienceMs = 10_000;
const againMs = 250;

export class Counter {
  readonly #shop: Shop;
  readonly #random: Random;
  readonly screens: readonly Screen[];

  /** @param display the cookie of the tablet at the till. */
  constructor(shop: Shop, random: Random, display: string) {
    this.#shop = shop;
    this.#random = random;
    this.screens = [
      new Screen(shop.url, shop.till, { cookie: display, 'tillside-screen': 'display' }),
      new Screen(shop.url, shop.till, shop.signedIn),
    ];
  }

  /** Sells until `signal`; the sale that is under way then is brought to its end. */
  async run(signal: AbortSignal): Promise<Sale[]> {
    const sales: Sale[] = [];
    while (!signal.aborted) sales.push(await this.sell());
    return sales;
  }

  async sell(): Promise<Sale> {
    const sale: Sale = { startedInMs: null, shownInMs: null, failures: {} };
    const askedAtMs = performance.now();
    const reference = await this.#start(sale);
    if (reference === null) return sale;
    sale.startedInMs = performance.now() - askedAtMs;
    const { phoneUrl } = await this.#shop.vipps.order(reference);
    await sleep(this.#random.int(200, 1_500));
    const approvedAtMs = performance.now();
    await this.#shop.phone.act(phoneUrl, 'approve');
    const isShown = () => this.screens.every(({ approvedAtMs: shown }) => shown.has(reference));
    if (await becomesTrue(isShown, patienceMs)) {
      const shown = this.screens.map((screen) => screen.approvedAtMs.get(reference) ?? Number.NaN);
      sale.shownInMs = Math.max(...shown) - approvedAtMs;
    }
    await sleep(this.#random.int(100, 800));
    return sale;
  }

  /** Asks again under the same key, as the cashier's tab does. @returns the reference; null when it cannot be started. */
  async #start(sale: Sale): Promise<string | null> {
    const headers = { ...this.#shop.signedIn, 'idempotency-key': String(this.#random.int(1e12, 9e14)) };
    const body = { amount: { value: this.#random.int(1_000, 99_900), currency: 'NOK' }, text: 'Siege' };
    const path = `/tills/${this.#shop.till}/payments`;
    const untilMs = performance.now() + patienceMs;
    while (performance.now() < untilMs) {
      const signal = AbortSignal.timeout(tryPatienceMs);
      const answer = await callApi(this.#shop.url, 'POST', path, body, headers, signal).catch(asFailure);
      if ('status' in answer && answer.status === 201) return JSON.parse(answer.text).reference;
      const how = 'status' in answer ? `answered ${answer.status}` : answer.how;
      sale.failures[how] = (sale.failures[how] ?? 0) + 1;
      await sleep(againMs);
    }
    return null;
  }
}
