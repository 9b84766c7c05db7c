// The one place where payments change: read, apply, commit against the version that was read, tell who waits.
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Asked, Change, StartAnswer, Store, StoredOperation } from '../store/store.ts';
import type { News } from './news.ts';
import { apply, type Decision, type Payment, type PaymentEvent } from './payment.ts';
import { Refusal } from './refusal.ts';

/** What is stored in the same transaction as the change. */
export type Along = {
  image?: Change['image'];
  settled?: Change['settled'];
  /** Made of the payment as it is after the change. */
  answer?: (payment: Payment) => StartAnswer;
  /** For a wish that makes an operation: its key, and what the caller asked with. */
  operation?: { key: string; asked: Asked | null };
};

export type Ledger = {
  /**
   * Lets an event happen to a payment; when it changes nothing, nothing is written.
   * @throws Refusal when the payment does not take it, or `not_found`.
   */
  change(reference: string, event: PaymentEvent, along?: Along): Promise<Payment>;
};

/** Two servers or requests may change one payment at once; more rounds than this means that something is wrong. */
const maxRounds = 50;

function detailOf(event: PaymentEvent): Record<string, unknown> {
  if (event.type === 'presented') return { qrExpiresAt: new Date(event.qrExpiresAtMs).toISOString() };
  const { type: _, ...detail } = event;
  return detail;
}

export function createLedger(deps: {
  store: Store;
  news: News;
  clock: Clock;
  newKey: () => string;
  capture: 'auto' | 'manual';
  /** Told of every new state after it is stored. */
  onState: (payment: Payment) => void;
  log: Logger;
}): Ledger {
  const { store, news, clock, log } = deps;

  function operationOf(decision: Decision, along: Along): StoredOperation | undefined {
    if (decision.order === null) return undefined;
    return {
      ...decision.order,
      key: along.operation?.key ?? deps.newKey(),
      asked: along.operation?.asked ?? null,
      reference: decision.payment.reference,
      state: 'pending',
      createdAtMs: decision.payment.updatedAtMs,
    };
  }

  function toChange(decision: Decision, event: PaymentEvent, along: Along): Change {
    const { payment, sign } = decision;
    return {
      payment,
      entry: {
        version: payment.version,
        atMs: payment.updatedAtMs,
        event: sign,
        state: payment.state,
        detail: detailOf(event),
      },
      newOperation: operationOf(decision, along),
      settled: along.settled,
      image: payment.state === 'presented' ? along.image : undefined,
      answer: along.answer?.(payment),
    };
  }

  return {
    async change(reference, event, along = {}) {
      for (let round = 0; round < maxRounds; round += 1) {
        const before = await store.find(reference);
        if (before === null) throw new Refusal('not_found', `There is no payment ${reference}.`);
        const decision = apply(before, event, { nowMs: clock.nowMs(), capture: deps.capture });
        if (decision.payment === before) return before;
        if (!(await store.commit(toChange(decision, event, along)))) continue;
        log.info(
          { reference, sign: decision.sign, from: before.state, to: decision.payment.state },
          'payment',
        );
        news.tell(before.till);
        if (decision.payment.state !== before.state) deps.onState(decision.payment);
        return decision.payment;
      }
      throw new Error(`payment ${reference} kept changing under ${event.type}`);
    },
  };
}
