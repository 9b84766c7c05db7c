// What a till needs of any Vipps MobilePay payment API.
import type { Amount, Line, NewAgreement } from '../contract/payments.ts';
import { isVippsError, type VippsRejected } from './http/errors.ts';

export const apis = ['ecom', 'epayment', 'recurring'] as const;
export type Api = (typeof apis)[number];

/** Vipps' own names for an agreement and for its first charge, which is null without a first payment. */
export type AgreementIds = { readonly id: string; readonly chargeId: string | null };

/** What a subscriber agrees to, and what it is called at Vipps; `id` is null until Vipps has told it. */
export type OrderedAgreement = NewAgreement & {
  readonly id: string | null;
  readonly chargeId: string | null;
};

/** An order as Vipps is told of it; amounts are minor units. */
export type Order = {
  readonly reference: string;
  readonly api: Api;
  /** Whose credentials speak for it, and the sales unit that it is for. */
  readonly shop: string;
  readonly msn: string;
  readonly amount: Amount;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly agreement: OrderedAgreement | null;
  /** When it was stored, by the wall clock. */
  readonly createdAtMs: number;
  /** Until when it can be approved, which is ten minutes after its start, by the steady clock. */
  readonly expiresAtMs: number;
  /** Until when its code can be scanned; null while none has been shown, so that Vipps has not said whose the order is. */
  readonly qrExpiresAtMs: number | null;
};

export type QrImage = { contentType: 'image/svg+xml' | 'image/png'; bytes: Buffer };

export type Presented = {
  image: QrImage;
  /** How much longer the QR can be scanned, as Vipps says it. */
  expiresInMs: number;
  /** Of an agreement. */
  agreement?: AgreementIds;
  /** Why Vipps would not take the order lines, without which it has been started; in Vipps' own words. */
  linesRefused?: string;
};

/** What Vipps shows of an order; amounts are minor units over its whole history. */
export type Shown = {
  scanned: boolean;
  declined: boolean;
  /** The customer has agreed, and whatever was to be paid at once is paid. Sales are never `accepted`: they are paid. */
  accepted: boolean;
  reservedAmount: number;
  capturedAmount: number;
  refundedAmount: number;
  /** Reserved once, and released uncaptured. */
  releasedAmount: number;
  /** Nothing is held, and nobody can approve it any more. */
  cancelled: boolean;
  /** Of an agreement: it is over at Vipps, ended by the shop or by its subscriber. What is reserved for its first charge may be held still. */
  stopped?: boolean;
  /** Until when a capture is guaranteed, in epoch milliseconds, where Vipps says it. */
  captureUntilMs?: number | undefined;
  /** Nobody approved it in time, and nobody can any more. */
  expired: boolean;
  /** The keys of the captures and refunds that were carried out; null where Vipps tells none of theirs here: see `doneKeys`. */
  doneKeys: readonly string[] | null;
  /** What Vipps calls the payment (`pspReference`, in eCom and Recurring `transactionId`), once it has told. */
  pspReference?: string;
};

/** What Vipps shows of the order that has our reference. */
export type PolledOrder = Shown & {
  /** Whether we made it. What another system made is nothing of ours, whatever it shows (P11). */
  isOurs: boolean;
  /** What Vipps calls an agreement that it had not named, where it is ours and has been found. */
  agreement?: AgreementIds;
};

export type Captured = Pick<PolledOrder, 'capturedAmount' | 'pspReference'>;
export type Refunded = Pick<PolledOrder, 'refundedAmount' | 'pspReference'>;

/** The key makes a repeated call the same call; it is stored before the first (P2). At most 40 characters. */
export type Operation = { readonly amountMinor: number; readonly key: string };

/** Thrown by `start` when the order may exist at Vipps though nothing can be shown to the customer. */
export class StartUnfinished extends Error {
  override readonly name = 'StartUnfinished';
  /** Whether the order exists is not known, and its URL is lost: another order may do better. */
  readonly lost: boolean;
  /** The agreement that does exist. */
  readonly agreement: AgreementIds | null;
  constructor(
    cause: unknown,
    { lost, agreement = null }: { lost: boolean; agreement?: AgreementIds | null },
  ) {
    super('the order may exist at Vipps, but there is no QR for it', { cause });
    this.lost = lost;
    this.agreement = agreement;
  }
}

/** A failure, and what led to it, one after the other. */
export function* causesOf(error: unknown): Generator<unknown> {
  yield error;
  if (error instanceof StartUnfinished || isVippsError(error)) yield* causesOf(error.cause);
}

/** Thrown by `start` when there is an order under the reference already, which this call has not made. */
export class ReferenceTaken extends Error {
  override readonly name = 'ReferenceTaken';
  constructor(cause: VippsRejected) {
    super('there is an order under this reference at Vipps already', { cause });
  }
}

/** Every method throws VippsRejected, VippsUnavailable or VippsInvalidResponse; `start` also StartUnfinished and ReferenceTaken. */
export type Gateway = {
  start(order: Order, signal?: AbortSignal): Promise<Presented>;
  /** null: Vipps does not know the order. */
  poll(order: Order, signal?: AbortSignal): Promise<PolledOrder | null>;
  /** The keys of what was carried out, where `look` tells none, for an outcome that is in doubt; null where nothing tells. */
  doneKeys(order: Order, signal?: AbortSignal): Promise<readonly string[] | null>;
  /**
   * Resolves once Vipps accepted that nothing is to be held; an approval that was under way may come after it.
   * @param key as that of an operation.
   */
  cancel(order: Order, key: string, signal?: AbortSignal): Promise<void>;
  /** Resolves with all that has been captured of the order so far. */
  capture(order: Order, operation: Operation, signal?: AbortSignal): Promise<Captured>;
  /** Resolves with all that has been refunded of the order so far. */
  refund(order: Order, operation: Operation, signal?: AbortSignal): Promise<Refunded>;
  /** Gives back what is reserved and not captured; resolves once Vipps accepted that. */
  release(order: Order, operation: Operation, signal?: AbortSignal): Promise<void>;
  /** Ends an agreement: nothing can be charged on it any more. */
  stop(order: Order, operation: Operation, signal?: AbortSignal): Promise<void>;
  /** Sends the order lines of a paid order along, where the API did not take them at the start. */
  sendReceipt(order: Order, signal?: AbortSignal): Promise<void>;
};
