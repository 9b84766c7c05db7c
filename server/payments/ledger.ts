// The one place where payments come to be and change: read, apply, commit against the version that was read, tell who waits.
import type { Logger } from 'pino';
import { type Act, tell } from '../audit/act.ts';
import type { By } from '../contract/payments.ts';
import { type Clock, wallTimeMs } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import type {
  Asked,
  Change,
  DayLimit,
  StartAnswer,
  Store,
  StoredHistoryEntry,
  StoredOperation,
} from '../store/store.ts';
import type { ChangeFeed } from './change-feed.ts';
import { movementsOf } from './payment/movements.ts';
import { apply, type Decision } from './payment/transitions.ts';
import type { Order, Payment, PaymentEvent } from './payment/types.ts';

/** What is stored in the same transaction as the change. */
export type CommitExtras = {
  image?: Change['image'];
  settled?: Change['settled'];
  /** Made of the payment as it is after the change. */
  answer?: (payment: Payment) => StartAnswer;
  /** For a command that makes an operation: its key, and what the caller asked with. */
  operation?: { key: string; asked: Asked | null; dayLimit?: DayLimit | undefined };
  /** Begins in its place, and takes over its Idempotency-Key. */
  startedOver?: Payment;
  /** Who asked for it. */
  by?: By;
  /** The manager who has approved it. */
  approver?: Approver | undefined;
  /** Of what is put on record beside the history. */
  act?: Act | undefined;
};

/** A manager who has proved who they are, and lets an operation be asked for. */
export type Approver = { readonly id: string; readonly name: string };

export type Ledger = {
  /** Stores a new payment. @returns as `Store.create`. */
  create(payment: Payment, asked: Asked | null, by: By | null): ReturnType<Store['create']>;
  /**
   * Lets an event happen to a payment; when it changes nothing, nothing is written.
   * @throws Refusal when the payment does not take it, or `not_found`.
   */
  change(reference: string, event: PaymentEvent, extras?: CommitExtras): Promise<Payment>;
};

/** Two servers or requests may change one payment at once; more rounds than this means that something is wrong. */
const maxRounds = 50;

function detailOf(event: PaymentEvent, clock: Clock): StoredHistoryEntry['detail'] {
  if (event.type === 'presented') {
    return { qrExpiresAt: new Date(wallTimeMs(event.qrExpiresAtMs, clock)).toISOString() };
  }
  if (event.type === 'refund') {
    return { amount: event.amount, ...(event.reason === undefined ? {} : { reason: event.reason }) };
  }
  if (event.type === 'release' || event.type === 'stop') return {};
  const { type: _, ...detail } = event;
  return detail;
}

/** Of the payment as it is known, done by us or elsewhere; minor units. */
function doneOf(payment: Payment, kind: Order['kind']): number {
  const done = {
    capture: payment.capturedAmount,
    refund: payment.refundedAmount,
    release: payment.releasedAmount,
    stop: 0,
  };
  return done[kind];
}

/** Of a command, with the amount that comes of it. */
function toldOf({ payment, order }: Decision, event: PaymentEvent, { act, approver }: CommitExtras) {
  const { reference, shop, till, amount } = payment;
  const why = event.type === 'refund' && event.reason !== undefined ? { reason: event.reason } : {};
  const moved = order === null ? {} : { amount: order.amount, currency: amount.currency };
  const approved = approver === undefined ? {} : { approvedBy: approver.name, approver: approver.id };
  return tell(act, { shop, about: reference, detail: { till, ...moved, ...why, ...approved } });
}

const approvedBy = ({ approver }: CommitExtras): { approvedBy?: By } =>
  approver === undefined ? {} : { approvedBy: { kind: 'staff', name: approver.name } };

function created(payment: Payment, by: By | null): StoredHistoryEntry {
  const { version, createdAtMs: atMs, state, amount, text } = payment;
  return { version, atMs, event: 'created', state, by, detail: { amount, text } };
}

export function createLedger(deps: {
  store: Store;
  changeFeed: ChangeFeed;
  clock: Clock;
  newKey: () => string;
  /** Whether what is approved in a shop is captured at once, as managers have it now. */
  capture: (shop: string) => 'auto' | 'manual';
  /** Told of every new state after it is stored. */
  onState: (payment: Payment) => void;
  log: Logger;
}): Ledger {
  const { store, changeFeed, clock, log } = deps;

  function operationOf(decision: Decision, extras: CommitExtras): StoredOperation | undefined {
    if (decision.order === null) return undefined;
    return {
      ...decision.order,
      before: doneOf(decision.payment, decision.order.kind),
      key: extras.operation?.key ?? deps.newKey(),
      asked: extras.operation?.asked ?? null,
      reference: decision.payment.reference,
      state: 'pending',
      failures: 0,
      createdAtMs: decision.payment.updatedAtMs,
    };
  }

  function toChange(before: Payment, decision: Decision, event: PaymentEvent, extras: CommitExtras): Change {
    const { payment, trigger } = decision;
    return {
      payment,
      entry: {
        version: payment.version,
        atMs: payment.updatedAtMs,
        event: trigger,
        state: payment.state,
        by: extras.by ?? null,
        detail: { ...detailOf(event, clock), ...approvedBy(extras) },
      },
      movements: movementsOf(before, payment, event),
      newOperation: operationOf(decision, extras),
      dayLimit: extras.operation?.dayLimit,
      settled: extras.settled,
      image: payment.state === 'presented' ? extras.image : undefined,
      answer: extras.answer?.(payment),
      told: toldOf(decision, event, extras),
      startedOver: extras.startedOver && {
        payment: extras.startedOver,
        entry: created(extras.startedOver, null),
      },
    };
  }

  /** Another payment of the till is newer. Matters only for one that is closing, so only then the store is asked. */
  async function isSuperseded({ state, till, reference }: Payment): Promise<boolean> {
    if (state !== 'closing') return false;
    return (await store.findNewest(till))?.reference !== reference;
  }

  function announce(payment: Payment): void {
    const { reference, till, amount } = payment;
    log.info({ reference, till, amount }, 'payment started');
    changeFeed.tell(till);
    deps.onState(payment);
  }

  return {
    async create(payment, asked, by) {
      const outcome = await store.create(payment, created(payment, by), asked);
      if (outcome === 'created') announce(payment);
      return outcome;
    },

    async change(reference, event, extras = {}) {
      for (let round = 0; round < maxRounds; round += 1) {
        const before = await store.find(reference);
        if (before === null) throw new Refusal('not_found', `There is no payment ${reference}.`);
        const superseded = await isSuperseded(before);
        const times = { nowMs: clock.nowMs(), steadyMs: clock.steadyMs() };
        const decision = apply(before, event, { ...times, capture: deps.capture(before.shop), superseded });
        if (decision.payment === before) return before;
        if (!(await store.commit(toChange(before, decision, event, extras)))) continue;
        log.info(
          { reference, trigger: decision.trigger, from: before.state, to: decision.payment.state },
          'payment',
        );
        changeFeed.tell(before.till);
        if (decision.payment.state !== before.state) deps.onState(decision.payment);
        if (extras.startedOver) announce(extras.startedOver);
        return decision.payment;
      }
      throw new Error(`payment ${reference} kept changing under ${event.type}`);
    },
  };
}
