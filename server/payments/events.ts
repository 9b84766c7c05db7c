// What can happen to a payment: what Vipps shows or answers, what people and tills wish, and the clock.
import type { Problem } from '../contract.ts';

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
};

/** Vipps' own names for an agreement. */
export type AgreementIds = { readonly id: string; readonly chargeId: string | null };

export type PaymentEvent =
  | { readonly type: 'presented'; readonly qrExpiresAtMs: number; readonly agreement?: AgreementIds }
  | { readonly type: 'refused' | 'started_over'; readonly problem: Problem }
  | { readonly type: 'unfinished'; readonly problem: Problem; readonly agreement?: AgreementIds }
  | { readonly type: 'observed'; readonly observation: Observation }
  | { readonly type: 'unreachable' | 'absent' | 'released' | 'cancel' }
  /** Wishes for what is paid: to give back what is not captured, to end the agreement; and Vipps' word that it is done. */
  | { readonly type: 'release' | 'stop' | 'given_back' | 'stopped' }
  /** `watchedMs`: for how long this server has watched it, which bounds its life whatever the stored deadlines say. */
  | { readonly type: 'clock'; readonly watchedMs: number }
  | { readonly type: 'capture'; readonly amount: number | null }
  /** `upTo`: what may be refunded of this payment in all, by whoever asks; without it, all. */
  | {
      readonly type: 'refund';
      readonly amount: number;
      readonly upTo?: number;
      readonly reason?: string;
    }
  | { readonly type: 'captured'; readonly capturedAmount: number }
  | { readonly type: 'refunded'; readonly refundedAmount: number }
  | { readonly type: `${Order['kind']}_${'delayed' | 'refused'}`; readonly problem: Problem };

export const orderKinds = ['capture', 'refund', 'release', 'stop'] as const;
/** An operation that must be stored together with the payment before Vipps hears of it (P2). */
export type Order = { readonly kind: (typeof orderKinds)[number]; readonly amount: number };
