// What people, time and faults do to a real till, in words: a story is a list of them, and reads as one.
import { expect } from 'vitest';
import { Refusal } from '../refusal.ts';
import { travelMs, troubles } from './model-gateway.ts';
import { kinds } from './model-kinds.ts';
import { checkEnd, rule } from './model-rules.ts';
import type { ModelShop } from './model-server.ts';
import { sale, till } from './till.ts';

type Step = (counter: Counter) => Promise<void> | void;

const partMinor = 5_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const graceMs = 3_000;

/** The people at one counter, and what they have been answered. */
export class Counter {
  readonly shop: ModelShop;
  /** By Idempotency-Key: every sale that was answered. */
  readonly #answers = new Map<string, unknown>();
  readonly #broken: unknown[] = [];
  #lastKey = 0;
  #waiting = 0;

  constructor(shop: ModelShop) {
    this.shop = shop;
  }

  /** The reference of the newest sale, or of the one before. */
  sale(back = 1): string | null {
    return [...this.shop.book.payments.keys()].at(-back) ?? null;
  }

  charge(isRepeated = false): void {
    if (!isRepeated) this.#lastKey += 1;
    const key = `sale-${this.#lastKey}`;
    const { agreement } = kinds[this.shop.vipps.kind];
    this.#ask(async ({ payments }) => {
      const { outcome, payment } = await (agreement === null
        ? payments.start(till, sale, key)
        : payments.startAgreement(till, agreement, key));
      const answer = { outcome, reference: payment.reference };
      const first = this.#answers.get(key) ?? answer;
      this.#answers.set(key, first);
      expect(answer, '[P4] one key, one answer').toEqual(first);
    });
  }

  cancel(back = 1): void {
    const reference = this.sale(back);
    if (reference === null) return;
    this.#ask(async ({ payments }) => {
      const { state } = await payments.cancel(reference);
      if (state === 'closing') this.shop.book.cancelGranted(reference);
    });
  }

  /** @param value minor units; null for all. */
  capture(value: number | null = null, key: string | null = null): void {
    const reference = this.sale();
    const amount = value === null ? null : { value, currency: sale.amount.currency };
    if (reference !== null) this.#ask(({ payments }) => payments.capture(reference, amount, key));
  }

  release(key: string | null = null): void {
    const reference = this.sale();
    if (reference !== null) this.#ask(({ payments }) => payments.release(reference, key));
  }

  stopAgreement(key: string | null = null): void {
    const reference = this.sale();
    if (reference !== null) this.#ask(({ payments }) => payments.stopAgreement(reference, key));
  }

  refund(value: number, key: string | null = null, back = 1): void {
    const reference = this.sale(back);
    const amount = { value, currency: sale.amount.currency };
    if (reference !== null) this.#ask(({ payments }) => payments.refund(reference, amount, key));
  }

  async restart(graceMs: number | null): Promise<void> {
    await this.shop.restart(graceMs);
    this.#waiting = 0;
  }

  /** Every answer has come, and none was a fault of ours. */
  checkAnswers(): void {
    if (this.#broken.length > 0) throw this.#broken[0];
    rule(this.#waiting === 0, 'everybody gets an answer', this.#waiting);
  }

  #ask(act: (server: ReturnType<ModelShop['server']>) => Promise<unknown>): void {
    const server = this.shop.server();
    this.#waiting += 1;
    act(server)
      .catch((error: unknown) => {
        if (server === this.shop.server() && !(error instanceof Refusal)) this.#broken.push(error);
      })
      .finally(() => {
        if (server === this.shop.server()) this.#waiting -= 1;
      });
  }
}

const passing =
  (ms: number): Step =>
  ({ shop }) =>
    shop.clock.advance(ms);
const customer =
  (act: 'open' | 'approve' | 'decline' | 'refuse' | 'slipThrough', back = 1): Step =>
  (counter) => {
    const { book, vipps } = counter.shop;
    const payment = book.payments.get(counter.sale(back) ?? '');
    // Nobody can open a code that was never on the screen.
    if (payment && (act !== 'open' || payment.qrExpiresAtMs !== null)) vipps[act](payment.reference);
  };
const both =
  (...steps: Step[]): Step =>
  async (counter) => {
    for (const step of steps) await step(counter);
  };

const people: Record<string, Step> = {
  'the cashier charges': (counter) => counter.charge(),
  'the cashier charges and the code comes up': both((counter) => counter.charge(), passing(5 * travelMs)),
  'two tabs charge with one key': both(
    (counter) => counter.charge(),
    (counter) => counter.charge(true),
  ),
  'two tabs charge': both(
    (counter) => counter.charge(),
    (counter) => counter.charge(),
  ),
  'the last charge is repeated': (counter) => counter.charge(true),
  'staff cancel': (counter) => counter.cancel(),
  'two tabs cancel': both(
    (counter) => counter.cancel(),
    (counter) => counter.cancel(),
  ),
  'staff cancel the sale before': (counter) => counter.cancel(2),
  'staff capture all': (counter) => counter.capture(),
  'staff capture a part': (counter) => counter.capture(partMinor),
  'two tabs capture all with one key': both(
    (counter) => counter.capture(null, 'capture'),
    (counter) => counter.capture(null, 'capture'),
  ),
  'staff release what is left': (counter) => counter.release(),
  'one tab captures a part, and another releases': both(
    (counter) => counter.capture(partMinor),
    (counter) => counter.release(),
  ),
  'two tabs release with one key': both(
    (counter) => counter.release('release'),
    (counter) => counter.release('release'),
  ),
  'staff stop the agreement': (counter) => counter.stopAgreement(),
  'two tabs stop the agreement with one key': both(
    (counter) => counter.stopAgreement('stop'),
    (counter) => counter.stopAgreement('stop'),
  ),
  'staff refund a part': (counter) => counter.refund(partMinor),
  'staff refund all': (counter) => counter.refund(sale.amount.value),
  'staff refund all of the sale before': (counter) => counter.refund(sale.amount.value, null, 2),
  'two tabs refund a part': both(
    (counter) => counter.refund(partMinor),
    (counter) => counter.refund(partMinor),
  ),
  'two tabs refund a part with one key': both(
    (counter) => counter.refund(partMinor, 'refund'),
    (counter) => counter.refund(partMinor, 'refund'),
  ),
  'the customer opens it': customer('open'),
  'the customer is declined': customer('decline'),
  'the customer refuses': customer('refuse'),
  'the customer approves': customer('approve'),
  'the customer opens it and approves': both(customer('open'), customer('approve')),
  'a customer comes, and pays': both(
    (counter) => counter.charge(),
    passing(5 * travelMs),
    customer('open'),
    customer('approve'),
    passing(2_000),
  ),
  'staff cancel, and an approval slips through': both(
    (counter) => counter.charge(),
    passing(5 * travelMs),
    customer('open'),
    (counter) => counter.cancel(),
    passing(5 * travelMs),
    customer('slipThrough'),
  ),
  'the customer approves the sale before': customer('approve', 2),
  'an approval slips through': customer('slipThrough'),
  'an approval of the sale before slips through': customer('slipThrough', 2),
};

const world: Record<string, Step> = {
  'a moment passes': passing(travelMs),
  'a second passes': passing(1_000),
  'three seconds pass': passing(3_000),
  'ten seconds pass': passing(10_000),
  'half a minute passes': passing(30_000),
  'the wall clock jumps a day ahead': ({ shop }) => shop.clock.jumpWallClock(dayMs),
  'the wall clock jumps a day back': ({ shop }) => shop.clock.jumpWallClock(-dayMs),
  'the server is killed and starts again': (counter) => counter.restart(null),
  'the server stops and starts again': (counter) => counter.restart(graceMs),
  'trouble: answer lost, then refused': ({ shop }) => {
    shop.troubles.push('answer lost', 'refused');
  },
  ...Object.fromEntries(
    troubles.map((trouble): [string, Step] => [
      `trouble: ${trouble}`,
      ({ shop }) => {
        shop.troubles.push(trouble);
      },
    ]),
  ),
};

const often: Record<string, number> = {
  'the cashier charges and the code comes up': 8,
  'a customer comes, and pays': 6,
  'the customer opens it': 3,
  'the customer opens it and approves': 8,
  'staff cancel, and an approval slips through': 4,
  'trouble: answer lost, then refused': 3,
  'staff cancel': 3,
  'staff capture a part': 2,
  'staff release what is left': 3,
  'staff stop the agreement': 3,
  'staff refund all': 2,
  'two tabs refund a part': 2,
  'two tabs refund a part with one key': 2,
  'a moment passes': 6,
  'a second passes': 6,
};

/** Every step that a story is made of. */
export const steps = [...Object.keys(people), ...Object.keys(world)].map((step) => ({
  step,
  weight: often[step] ?? 1,
}));

/** @throws what breaks a rule. */
export async function take(counter: Counter, step: string): Promise<void> {
  const act = people[step] ?? world[step];
  if (act === undefined) throw new Error(`there is no step "${step}"`);
  await act(counter);
  await counter.shop.clock.settle();
  counter.shop.check();
}

/** Everybody has gone home and Vipps answers: time runs out, and late money is looked for. @throws what breaks a rule. */
export async function rest(counter: Counter): Promise<void> {
  const { shop } = counter;
  shop.troubles.length = 0;
  for (let minutes = 0; minutes < 60 && (minutes < 2 || shop.server().watch.size() > 0); minutes += 1) {
    await shop.clock.advance(minuteMs);
  }
  shop.check();
  counter.checkAnswers();
  rule(shop.server().watch.size() === 0, 'every watch ends', shop.server().watch.size());
  checkEnd({ ...(await shop.stored()), vipps: shop.vipps, capture: shop.capture });
}
