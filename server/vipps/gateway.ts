// What a till needs of any Vipps MobilePay payment API.

/** An order as Vipps is told of it; amounts are minor units. */
export type NewOrder = { reference: string; amount: { value: number; currency: string }; text: string };

export type QrImage = { contentType: 'image/svg+xml' | 'image/png'; bytes: Buffer };

export type Presented = {
  image: QrImage;
  /** How much longer the QR can be scanned, as Vipps says it. */
  expiresInMs: number;
};

/** What Vipps shows of an order; amounts are minor units over its whole history. */
export type Sight = {
  scanned: boolean;
  declined: boolean;
  reservedAmount: number;
  capturedAmount: number;
  refundedAmount: number;
  cancelled: boolean;
  /** Nobody approved it in time, and nobody can any more. */
  expired: boolean;
  /** The keys of the captures and refunds that were carried out; null where Vipps tells none of theirs. */
  doneKeys: readonly string[] | null;
};

/** The key makes a repeated call the same call; it is stored before the first (P2). At most 40 characters. */
export type Operation = {
  reference: string;
  amountMinor: number;
  currency: string;
  text: string;
  key: string;
};

/** Thrown by `start` when the order may exist at Vipps though nothing can be shown to the customer. */
export class StartUnfinished extends Error {
  override readonly name = 'StartUnfinished';
  /** Whether the order exists is not known, and its URL is lost: another order may do better. */
  readonly lost: boolean;
  constructor(cause: unknown, { lost }: { lost: boolean }) {
    super('the order may exist at Vipps, but there is no QR for it', { cause });
    this.lost = lost;
  }
}

/** Every method throws VippsRejected, VippsUnavailable or VippsInvalidResponse; `start` also StartUnfinished. */
export type Gateway = {
  start(order: NewOrder, signal?: AbortSignal): Promise<Presented>;
  /** null: Vipps does not know the order. */
  look(reference: string, signal?: AbortSignal): Promise<Sight | null>;
  /** Resolves once Vipps accepted that nothing is or will be held. */
  cancel(reference: string, text: string, signal?: AbortSignal): Promise<void>;
  /** Resolves with all that has been captured of the order so far. */
  capture(operation: Operation, signal?: AbortSignal): Promise<{ capturedAmount: number }>;
  /** Resolves with all that has been refunded of the order so far. */
  refund(operation: Operation, signal?: AbortSignal): Promise<{ refundedAmount: number }>;
};
