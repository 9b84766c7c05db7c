// A payment, what can happen to it, and what that changes. Amounts are minor units, times milliseconds: `created` and `updated`
// by the wall clock, deadlines and `ended` by the steady clock, which no administrator can put forward or back.
import type {
  Amount,
  Line,
  NewAgreement,
  PaymentState,
  PaymentView,
  Problem,
} from '../../contract/payments.ts';

/** Why a payment is closing: staff cancelled, time ran out, or it could not be started to the end. */
export type ClosingFor = 'staff' | 'timeout' | 'start';

/** What a subscriber agrees to, and what it is called at Vipps; null until Vipps has told. */
export type Agreement = NewAgreement & {
  readonly id: string | null;
  readonly chargeId: string | null;
  /** Whether it has ended after it began: `pending` while staff have asked for that, and Vipps does not show it yet. */
  readonly stop: 'none' | 'pending' | 'stopped';
};

export type Payment = {
  readonly reference: string;
  /** The name of the sale: the caller's own, or one that was made up for it. Each try of it is a payment with a reference of its own. */
  readonly base: string;
  /** Which of these references it has: from 2 on it is the suffix. */
  readonly attempt: number;
  readonly till: string;
  /** Whose sale it is, and by which of its sales units it was made: whatever follows goes out for the same. */
  readonly shop: string;
  readonly msn: string;
  readonly api: PaymentView['api'];
  readonly state: PaymentState;
  readonly amount: Amount;
  readonly text: string;
  readonly lines: readonly Line[];
  /** Null for a sale. */
  readonly agreement: Agreement | null;
  /** Until when the QR can be scanned, by the steady clock; null until there is one. */
  readonly qrExpiresAtMs: number | null;
  /** Until when the customer can approve, by the steady clock. */
  readonly expiresAtMs: number;
  readonly closingFor: ClosingFor | null;
  readonly capture: PaymentView['capture'];
  /** All that Vipps has ever shown as reserved, captured or released since included. */
  readonly reservedAmount: number;
  /** Until when Vipps guarantees that what is reserved can be captured, by the wall clock; null until something is. */
  readonly captureUntilMs: number | null;
  readonly capturedAmount: number;
  readonly refundedAmount: number;
  /** The refund that is under way, else 0. */
  readonly refundingAmount: number;
  /** Of what was reserved and never captured: let go once it was paid, by staff or in the portal. */
  readonly releasedAmount: number;
  /** What is being let go on a command of staff, else 0. */
  readonly releasingAmount: number;
  readonly endedBy: PaymentView['endedBy'];
  readonly problem: Problem | null;
  readonly createdAtMs: number;
  /** When it came into its final state, by the steady clock. */
  readonly endedAtMs: number | null;
  readonly updatedAtMs: number;
  readonly version: number;
};

/** What Vipps shows of a payment now. */
export type Observation = {
  readonly scanned: boolean;
  /** The last card was declined and nothing is reserved. */
  readonly declined: boolean;
  /** The customer has agreed to an agreement, and paid what was to be paid at once. */
  readonly accepted: boolean;
  readonly reservedAmount: number;
  readonly capturedAmount: number;
  readonly refundedAmount: number;
  readonly cancelled: boolean;
  readonly expired: boolean;
  /** An agreement has ended, by the shop or by its subscriber. */
  readonly stopped?: boolean;
  /** Until when a capture is guaranteed, in epoch milliseconds, where Vipps says it. */
  readonly captureUntilMs?: number | undefined;
};

/** What became of what was reserved; all in all, minor units. */
export type Moved = {
  readonly capturedAmount: number;
  readonly refundedAmount: number;
  readonly releasedAmount: number;
};

/**
 * `approved` counts a sale; `reserved` is what the customer let us take, from which captures and releases take away. `released` is what
 * was reserved and let go, of a sale or of late money, whether the event that showed it was `released`, `stopped`, `found` or `voided`.
 */
export const movementKinds = ['approved', 'reserved', 'captured', 'refunded', 'released'] as const;
/** One thing that money did on a payment, in minor units; `found` if it was done elsewhere, and only seen by us. */
export type Movement = {
  readonly kind: (typeof movementKinds)[number];
  readonly amount: number;
  readonly found: boolean;
};

/** Vipps' own names for an agreement. */
export type AgreementIds = { readonly id: string; readonly chargeId: string | null };

export type PaymentEvent =
  | { readonly type: 'presented'; readonly qrExpiresAtMs: number; readonly agreement?: AgreementIds }
  /** `not_ours`: what Vipps has under the reference is another system's. */
  | { readonly type: 'refused' | 'started_over' | 'lines_refused' | 'not_ours'; readonly problem: Problem }
  | { readonly type: 'unfinished'; readonly problem: Problem; readonly agreement?: AgreementIds }
  /** `agreement`: where Vipps names one that we know by our reference alone. `afterCancel`: Vipps had accepted our cancel before. */
  | {
      readonly type: 'observed';
      readonly observation: Observation;
      readonly agreement?: AgreementIds;
      readonly afterCancel?: boolean;
    }
  /** `voided`: Vipps has accepted our cancel of an order that held nothing. */
  | { readonly type: 'unreachable' | 'unknown' | 'absent' | 'voided' | 'cancel' }
  /** To give back what is not captured, and with it to end the agreement; `upTo` as of a refund. */
  | { readonly type: 'release' | 'stop'; readonly upTo?: number }
  /** Vipps shows that the release or the stop is done, and how much is captured and released, all in all. */
  | ({ readonly type: 'released' | 'stopped' } & Pick<Moved, 'capturedAmount' | 'releasedAmount'>)
  /** `watchedMs`: for how long this server has watched it, which bounds its life whatever the stored deadlines say. */
  | { readonly type: 'clock'; readonly watchedMs: number }
  | { readonly type: 'capture'; readonly amount: number | null }
  /** `upTo`: what the person who asks may give back of this payment in all; without it, all. */
  | {
      readonly type: 'refund';
      readonly amount: number;
      readonly upTo?: number;
      readonly reason?: string;
    }
  | { readonly type: 'captured'; readonly capturedAmount: number }
  | { readonly type: 'refunded'; readonly refundedAmount: number }
  /** More than we knew of, done by somebody else after it was paid: in the portal, say. The amounts are totals. */
  | ({ readonly type: 'found' } & Moved)
  /** An agreement that was running has been stopped by somebody else: by its subscriber in the app, say. */
  | { readonly type: 'stop_found' }
  | { readonly type: `${Order['kind']}_${'delayed' | 'refused'}`; readonly problem: Problem };

export const orderKinds = ['capture', 'refund', 'release', 'stop'] as const;
/** An operation that must be stored together with the payment before Vipps hears of it (P2). */
export type Order = { readonly kind: (typeof orderKinds)[number]; readonly amount: number };

export type Policy = {
  /** By the wall clock, for the stamps. */
  readonly nowMs: number;
  /** By the steady clock, for the deadlines. */
  readonly steadyMs: number;
  readonly capture: 'auto' | 'manual';
  /** A newer payment has been started at the till. */
  readonly superseded: boolean;
};

/** What an event changes in a payment, and the operation that must be stored with it. */
export type Changes = Partial<Omit<Payment, 'state' | 'version' | 'updatedAtMs' | 'endedAtMs'>> & {
  order?: Order;
};
