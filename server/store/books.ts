// What the books of a shop have, as the store gives it: amounts are minor units, times epoch milliseconds by the wall clock.
import type { By } from '../contract/payments.ts';
import type { Movement, Payment } from '../payments/payment/types.ts';

/**
 * A movement as the books have it: done at `atMs`, by the wall clock, which is in no day that was over and read before it was stored.
 */
export type BookedMovement = Movement & {
  reference: string;
  till: string;
  currency: Payment['amount']['currency'];
  /** Of the payment. */
  text: string;
  createdAtMs: number;
  atMs: number;
};

/** Movements of one kind at a till, of payments that one person or program started, in a quarter of an hour from `atMs` on by the wall clock. */
export type MovementSum = {
  till: string;
  currency: Payment['amount']['currency'];
  kind: Movement['kind'];
  /** Who started the payment; null where nobody did who is known. */
  soldBy: By | null;
  atMs: number;
  count: number;
  amount: number;
};

/** From one moment to another, epoch milliseconds, the end exclusive. */
export type Span = { fromMs: number; toMs: number };

/** The books of one shop for one day. */
export type Day = {
  /** Started in it, or moved money in it, or started before it and still held; in the order in which they were started. */
  payments: Payment[];
  /** In the order in which they were done. */
  movements: BookedMovement[];
  /** What was reserved, and neither captured nor released, when the day ended: by till, minor units. */
  reserved: { till: string; currency: Payment['amount']['currency']; amount: number }[];
};
