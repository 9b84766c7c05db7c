// What the till asks of a database. Every change is one transaction.
import type { By, ListQuery } from '../contract/payments.ts';
import type { Trigger } from '../payments/payment/trigger.ts';
import type { Movement, Order, Payment } from '../payments/payment/types.ts';
import type { Told } from './audit-store.ts';
import type { Day, MovementSum, Span } from './books.ts';

/** A capture, refund, release or stop, stored with its key before Vipps hears of it (P2); repeated with the same key until it is settled. */
export type StoredOperation = {
  key: string;
  reference: string;
  kind: Order['kind'];
  /** Minor units; of a stop what is given back with it. */
  amount: number;
  /** How much of its kind was known to be done when it was asked for, in minor units. */
  before: number;
  state: 'pending' | 'done' | 'refused';
  /** The caller's Idempotency-Key and what it asked for, where it sent one. */
  asked: Asked | null;
  /** How many tries have come to nothing so far. */
  failures: number;
  createdAtMs: number;
};

/** What one person may refund and release in a day in all, in minor units; `sinceMs` is when the day began, by the wall clock. */
export type DayLimit = { who: string; sinceMs: number; most: number };

/** The calls that change an order at Vipps; a release and a stop are cancels, of a charge and of an agreement. */
export type WriteCall = 'capture' | 'cancel' | 'refund';

/** A call that was sent, or was about to be; `atMs` by the steady clock. */
export type SentCall = {
  /** Of a cancel that belongs to no stored operation: counts what we have meant, from 0. The tries of one intent share its key. */
  intent: number | null;
  /** Vipps has answered the intent: it would answer its key the same for ever. */
  isAnswered: boolean;
  atMs: number;
};

/** An Idempotency-Key, and a fingerprint of the body that came with it. */
export type Asked = { idempotencyKey: string; fingerprint: string };

/** What a start of a payment was answered; kept so that a repeat gets the same answer. */
export type StartAnswer = {
  outcome: 'presented' | 'vipps_rejected' | 'vipps_unavailable';
  message: string;
  payment: Payment;
};

/** Whose a payment is: its shop, and the sales unit that made it. */
export type Whose = { shop: string; msn: string };

export type StoredImage = { contentType: string; bytes: Buffer };

export type StoredHistoryEntry = {
  version: number;
  atMs: number;
  event: Trigger | 'created';
  state: Payment['state'];
  /** Who asked for it; null for what Vipps showed, or the server did by itself. */
  by: By | null;
  /** `approvedBy`: the manager who has let that one do it. */
  detail: Record<string, unknown> & { approvedBy?: By };
};

/** One change of one payment, all of it or nothing. */
export type Change = {
  /** As it is to be; it is written only if the stored version is the one before. */
  payment: Payment;
  entry: StoredHistoryEntry;
  /** What money did in it. */
  movements?: readonly Movement[];
  newOperation?: StoredOperation | undefined;
  /** Of the person who asks for the new operation. */
  dayLimit?: DayLimit | undefined;
  settled?: { key: string; state: 'done' | 'refused' } | undefined;
  image?: StoredImage | undefined;
  answer?: StartAnswer | undefined;
  /** Put on record with it. */
  told?: Told | undefined;
  /** Begun in its place, as `started`: from here on the Idempotency-Key of the one is that of the other. */
  startedOver?: { payment: Payment; entry: StoredHistoryEntry } | undefined;
};

export type Store = {
  /**
   * [P4] `till_busy`: another payment of the till can still be paid. `key_taken`: this Idempotency-Key was used at this till.
   * `reference_taken`: there is a payment of this name.
   */
  create(
    payment: Payment,
    entry: StoredHistoryEntry,
    asked: Asked | null,
  ): Promise<'created' | 'till_busy' | 'key_taken' | 'reference_taken'>;
  /**
   * @returns false when the payment has changed since it was read; nothing is written then.
   * @throws Refusal `approval_required` for an operation beyond its `dayLimit`; nothing is written.
   */
  commit(change: Change): Promise<boolean>;
  find(reference: string): Promise<Payment | null>;
  /** Those of all sales units that go by this name at Vipps. */
  findNamed(orderId: string): Promise<Payment[]>;
  /** The payments of one sale, in the order in which it was tried. */
  findTries(msn: string, base: string): Promise<Payment[]>;
  findByKey(till: string, idempotencyKey: string): Promise<{ payment: Payment; fingerprint: string } | null>;
  findAnswer(reference: string): Promise<StartAnswer | null>;
  /** The payment of a till that was stored last, whatever the clock said. */
  findNewest(till: string): Promise<Payment | null>;
  /** [P10] Payments that are not final, have an operation pending or a receipt due, or ended unpaid and were not looked at to the end. */
  findUnfinished(): Promise<Payment[]>;
  /** Late money is not looked for any more on this one. */
  endLatePolls(reference: string): Promise<void>;
  /** An order whose lines Vipps has not been told, though it is paid. */
  isReceiptDue(reference: string): Promise<boolean>;
  /** Its lines are told, or never will be. */
  endReceipt(reference: string): Promise<void>;
  /**
   * Payments from before there was more than one shop become those of their till's.
   * @param otherwise for those of tills that are gone: there was one shop then.
   */
  adopt(units: Iterable<readonly [till: string, unit: Whose]>, otherwise: Whose): Promise<void>;
  findImage(reference: string): Promise<StoredImage | null>;
  findOperation(key: string): Promise<StoredOperation | null>;
  findOperationAsked(reference: string, idempotencyKey: string): Promise<StoredOperation | null>;
  findPendingOperation(reference: string): Promise<StoredOperation | null>;
  /** A try of this operation came to nothing. @returns how many have by now. */
  countFailure(key: string): Promise<number>;
  /** The calls of this kind that were sent about a payment of late, oldest first, the newest intent among them. */
  readSent(reference: string, call: WriteCall): Promise<SentCall[]>;
  /** [P2] Written before it is sent; older ones are forgotten, but for the newest intent. */
  addSent(
    reference: string,
    call: WriteCall,
    sent: Omit<SentCall, 'isAnswered'>,
    forgetBeforeMs: number,
  ): Promise<void>;
  /** Vipps has answered the calls of this kind. */
  answerSent(reference: string, call: WriteCall): Promise<void>;
  /**
   * What to add to the time since the machine's boot to get the steady clock; the first answer for a boot stays.
   * @param boot names the boot. @param offsetMs taken when there is none for it yet.
   */
  anchorClock(boot: string, offsetMs: number): Promise<number>;
  readHistory(reference: string): Promise<StoredHistoryEntry[]>;
  /**
   * Newest first. @param shop whose; by default, or for null, all shops'. @param dueBeforeMs what has to be captured by then needs attention.
   * @param limit of a page, 50 by default. @returns fewer than that, or none, with a cursor, where much had to be looked through in vain.
   * @throws Refusal `invalid_request` for a cursor that is none.
   */
  list(
    query: ListQuery,
    shop?: string | null,
    dueBeforeMs?: number,
    limit?: number,
  ): Promise<{ payments: Payment[]; cursor: string | null }>;
  /**
   * A day of a shop, all of it as it was at one moment. One that is over by the wall clock is closed with it: what money does later counts
   * after it, even if that clock is put back.
   * @param till the only one that it is about; by default, or for null, all of the shop's.
   */
  readDay(shop: string, day: Span, nowMs: number, till?: string | null): Promise<Day>;
  /** What money did in a shop, as it was at one moment; unlike `readDay` it closes nothing. */
  sumMovements(shop: string, span: Span): Promise<MovementSum[]>;
  /** Sales of which something is reserved, and neither captured nor released; the oldest first. */
  findUncaptured(): Promise<Payment[]>;
  /** Agreements that were entered and have not been stopped, by reference. @param after the last reference of the page before. */
  findRunningAgreements(after: string | null, limit: number): Promise<Payment[]>;
  /** Every shop that has payments, also those that are gone. */
  listShops(): Promise<string[]>;
  /** Rejects when the database cannot be read and written. */
  check(): Promise<void>;
  close(): Promise<void>;
};
