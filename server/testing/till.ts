// A till with everything real but Vipps and time.
import pino from 'pino';
import { spokenLanguages } from '../contract/languages.ts';
import type { TillView } from '../contract/payments.ts';
import { createChangeFeed } from '../payments/change-feed.ts';
import { createLedger } from '../payments/ledger.ts';
import { createPayments } from '../payments/use-cases/service.ts';
import type { StartDeps } from '../payments/use-cases/start.ts';
import { createWatch } from '../payments/watch/watch.ts';
import type { Database } from '../store/sqlite/sqlite.ts';
import type { Gateway, Operation, Order, PolledOrder, Presented } from '../vipps/gateway.ts';
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
  languages: [...spokenLanguages],
  idleText: {},
  printsSlip: false,
  seller: null,
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
  polled: PolledOrder | null = seen();
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
  async poll(_order: Order, _signal?: AbortSignal): Promise<PolledOrder | null> {
    await this.#called('poll');
    return this.polled;
  }
  async doneKeys(): Promise<readonly string[] | null> {
    await this.#called('doneKeys');
    return null;
  }
  async cancel(_order: Order, key: string): Promise<void> {
    await this.#called('cancel', key);
    this.polled = this.polled && { ...this.polled, accepted: false, cancelled: true };
  }
  async capture(_order: Order, { key, amountMinor }: Operation): Promise<{ capturedAmount: number }> {
    await this.#called('capture', key);
    const capturedAmount = (this.polled?.capturedAmount ?? 0) + amountMinor;
    this.polled = seen({ ...this.polled, capturedAmount });
    return { capturedAmount };
  }
  async refund(_order: Order, { key, amountMinor }: Operation): Promise<{ refundedAmount: number }> {
    await this.#called('refund', key);
    const refundedAmount = (this.polled?.refundedAmount ?? 0) + amountMinor;
    this.polled = seen({ ...this.polled, refundedAmount });
    return { refundedAmount };
  }
  async release(_order: Order, { key, amountMinor }: Operation): Promise<void> {
    await this.#called('release', key);
    this.polled = seen({ ...this.polled, releasedAmount: (this.polled?.releasedAmount ?? 0) + amountMinor });
  }
  async stop(_order: Order, { key }: Operation): Promise<void> {
    await this.#called('stop', key);
    this.polled = seen({ ...this.polled, accepted: false, stopped: true });
  }
  async sendReceipt(): Promise<void> {
    await this.#called('sendReceipt');
  }
}

/** @param store an open store to go on with, as after a restart. */
export async function aTill(
  options: {
    capture?: 'auto' | 'manual';
    /** Instead of `capture`, as managers have it. */
    captureOf?: (shop: string) => 'auto' | 'manual';
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
  const changeFeed = createChangeFeed(clock);
  let number = 0;
  const newKey = () => `key-${++number}`;
  const capture = options.captureOf ?? (() => options.capture ?? 'auto');
  const ledger = createLedger({ store, changeFeed, clock, newKey, capture, onState: () => undefined, log });
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
  return { clock, store, vipps, changeFeed, ledger, watch, payments, start, find };
}
