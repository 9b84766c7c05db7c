// A till with everything real but Vipps and time.
import pino from 'pino';
import type { TillView } from '../contract/payments.ts';
import { createNews } from '../payments/change-feed.ts';
import { createLedger } from '../payments/ledger.ts';
import { createPayments } from '../payments/use-cases/service.ts';
import type { StartDeps } from '../payments/use-cases/start.ts';
import { createWatch } from '../payments/watch/watch.ts';
import type { Database } from '../store/sqlite/sqlite.ts';
import type { Gateway, Operation, Order, Presented, Sight } from '../vipps/gateway.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { seen, tenMinutesMs } from './payments.ts';
import { aStore } from './store.ts';

export const till: TillView = {
  id: '1',
  name: 'Till 1',
  shop: 'shop',
  subscriptions: true,
  currency: 'NOK',
  locale: 'en-NO',
  brand: 'vipps',
  environment: 'test',
  logo: null,
  timeZone: 'Europe/Oslo',
  dayEndsAt: 0,
  picture: null,
};

/** How the sales of every test's till are made. */
export const soldBy = () => ({ shop: 'shop', msn: '654321', api: 'ecom' as const });

export const sale = { amount: { value: 24_900, currency: 'NOK' as const }, text: 'Coffee', lines: [] };

const presented: Presented = {
  image: { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') },
  expiresInMs: tenMinutesMs,
};

/** Vipps as a script: `sight` is what it shows; put a function in `fail` to have a call fail. */
export class ScriptedVipps implements Gateway {
  sight: Sight | null = seen();
  fail: Partial<Record<keyof Gateway, () => unknown>> = {};
  /** Every call that came, with the monotonic time. */
  readonly calls: { call: keyof Gateway; atMs: number; key?: string }[] = [];
  readonly #clock: ManualClock;
  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  async #called(call: keyof Gateway, key?: string): Promise<void> {
    this.calls.push({ call, atMs: this.#clock.monotonicMs(), ...(key === undefined ? {} : { key }) });
    const failure = await this.fail[call]?.();
    if (failure !== undefined) throw failure;
  }

  /** When calls of this kind came, in milliseconds after the first. */
  times(call: keyof Gateway): number[] {
    const all = this.calls.filter((one) => one.call === call).map((one) => one.atMs);
    return all.map((atMs) => atMs - (all[0] ?? 0));
  }

  count(call: keyof Gateway): number {
    return this.calls.filter((one) => one.call === call).length;
  }

  async start({ agreement, reference }: Order): Promise<Presented> {
    await this.#called('start');
    if (agreement === null) return presented;
    const chargeId = agreement.initialCharge ? reference : null;
    return { ...presented, agreement: { id: `agr-${reference}`, chargeId } };
  }
  async look(_order: Order, _signal?: AbortSignal): Promise<Sight | null> {
    await this.#called('look');
    return this.sight;
  }
  async doneKeys(): Promise<readonly string[] | null> {
    await this.#called('doneKeys');
    return null;
  }
  async cancel(_order: Order, key: string): Promise<void> {
    await this.#called('cancel', key);
    this.sight = this.sight && { ...this.sight, accepted: false, cancelled: true };
  }
  async capture(_order: Order, { key, amountMinor }: Operation): Promise<{ capturedAmount: number }> {
    await this.#called('capture', key);
    const capturedAmount = (this.sight?.capturedAmount ?? 0) + amountMinor;
    this.sight = seen({ ...this.sight, capturedAmount });
    return { capturedAmount };
  }
  async refund(_order: Order, { key, amountMinor }: Operation): Promise<{ refundedAmount: number }> {
    await this.#called('refund', key);
    const refundedAmount = (this.sight?.refundedAmount ?? 0) + amountMinor;
    this.sight = seen({ ...this.sight, refundedAmount });
    return { refundedAmount };
  }
  async release(_order: Order, { key, amountMinor }: Operation): Promise<void> {
    await this.#called('release', key);
    this.sight = seen({ ...this.sight, releasedAmount: (this.sight?.releasedAmount ?? 0) + amountMinor });
  }
  async stop(_order: Order, { key }: Operation): Promise<void> {
    await this.#called('stop', key);
    this.sight = seen({ ...this.sight, accepted: false, stopped: true });
  }
  async sendReceipt(): Promise<void> {
    await this.#called('sendReceipt');
  }
}

/** @param store an open store to go on with, as after a restart. */
export async function aTill(
  options: {
    capture?: 'auto' | 'manual';
    store?: Database;
    clock?: ManualClock;
    vipps?: ScriptedVipps;
    soldBy?: StartDeps['soldBy'];
  } = {},
) {
  const clock = options.clock ?? manualClock();
  const store = options.store ?? (await aStore());
  const vipps = options.vipps ?? new ScriptedVipps(clock);
  const log = pino({ level: 'silent' });
  const news = createNews(clock);
  let number = 0;
  const newKey = () => `key-${++number}`;
  const capture = options.capture ?? 'auto';
  const ledger = createLedger({ store, news, clock, newKey, capture, onState: () => undefined, log });
  const shared = { store, ledger, gateway: vipps, clock, log };
  const watch = createWatch({ ...shared, random: () => 0 });
  const newReference = () => `till-1-reference-${++number}`;
  const sold = options.soldBy ?? soldBy;
  const payments = createPayments({ ...shared, watch, newReference, newKey, soldBy: sold, capture });

  /** Starts a sale and lets its QR come up. */
  async function start(key: string | null = null) {
    const answer = await payments.start(till, sale, key);
    await clock.settle();
    return answer.payment.reference;
  }
  async function find(reference: string) {
    const payment = await store.find(reference);
    if (payment === null) throw new Error(`no payment ${reference}`);
    return payment;
  }
  return { clock, store, vipps, news, ledger, watch, payments, start, find };
}
