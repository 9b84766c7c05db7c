// The people at one counter, at whose side servers come and go, and what they have been answered.
import { expect } from 'vitest';
import { Refusal } from '../../core/refusal.ts';
import type { Payment } from '../../payments/payment/types.ts';
import { sale, till } from '../till.ts';
import { rule } from './rules.ts';
import type { ModelShop } from './server.ts';
import { kinds } from './vipps/kinds.ts';

type Server = ReturnType<ModelShop['server']>;

export class Counter {
  readonly shop: ModelShop;
  /** Whom people have in mind: the newest sale, or at 2 the one before. */
  back = 1;
  /** By Idempotency-Key: every sale that was answered. */
  readonly #answers = new Map<string, unknown>();
  readonly #broken: unknown[] = [];
  #lastKey = 0;
  #waiting = 0;

  constructor(shop: ModelShop) {
    this.shop = shop;
  }

  /** As they are stored, the oldest first. */
  payments(): Payment[] {
    return [...this.shop.book.payments.values()];
  }

  /** The one in mind; null where there is none. */
  payment(): Payment | null {
    return this.payments().at(-this.back) ?? null;
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

  cancel(): void {
    this.#askOf(async ({ payments }, reference) => {
      const { state } = await payments.cancel(reference);
      if (state === 'closing') this.shop.book.cancelGranted(reference);
    });
  }

  /** @param value minor units; null for all. */
  capture(value: number | null = null, key: string | null = null): void {
    const amount = value === null ? null : { value, currency: sale.amount.currency };
    this.#askOf(({ payments }, reference) => payments.capture(reference, amount, key));
  }

  release(key: string | null = null): void {
    this.#askOf(({ payments }, reference) => payments.release(reference, key));
  }

  stopAgreement(key: string | null = null): void {
    this.#askOf(({ payments }, reference) => payments.stopAgreement(reference, key));
  }

  /** Compares it with what Vipps shows now. */
  check(payment = this.payment()): void {
    if (payment !== null) this.#ask(({ checkOne }) => checkOne(payment, new AbortController().signal));
  }

  /** @param value minor units; null for all that is left. */
  refund(value: number | null = null, key: string | null = null): void {
    const { capturedAmount = 0, refundedAmount = 0 } = this.payment() ?? {};
    const amount = {
      value: value ?? Math.max(1, capturedAmount - refundedAmount),
      currency: sale.amount.currency,
    };
    this.#askOf(({ payments }, reference) => payments.refund(reference, amount, key));
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

  #askOf(act: (server: Server, reference: string) => Promise<unknown>): void {
    const payment = this.payment();
    if (payment !== null) this.#ask((server) => act(server, payment.reference));
  }

  #ask(act: (server: Server) => Promise<unknown>): void {
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
