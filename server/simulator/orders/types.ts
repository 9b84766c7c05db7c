// An order, what the customer agrees to with it, and what is kept with it. Amounts are minor units, times epoch milliseconds.

/** Which of Vipps' APIs made the order, and alone can see it. */
export const apis = ['ecom', 'epayment', 'recurring'] as const;
export type Api = (typeof apis)[number];
export const currencies = ['NOK', 'DKK', 'EUR', 'SEK'] as const;
export type Currency = (typeof currencies)[number];
export type Operation = 'INITIATE' | 'RESERVE' | 'SALE' | 'CAPTURE' | 'REFUND' | 'CANCEL' | 'VOID';

/** One line of the history. `transactionId` is set when the operation has one of its own (captures, refunds). */
export type Entry = {
  operation: Operation;
  amount: number;
  success: boolean;
  atMs: number;
  text: string;
  requestId: string;
  transactionId: string | null;
};

/** `history` is oldest first. */
export type Order = {
  api: Api;
  /** In the words of the ePayment API: the reference; of the Recurring API: the agreement's id. */
  orderId: string;
  msn: string;
  amount: number;
  currency: Currency;
  text: string;
  token: string;
  imageId: string;
  expiresAtMs: number;
  /** Until then the customer is with the bank (3-D Secure): cannot be cancelled, and can be approved though time is over. */
  threeDSecureUntilMs?: number;
  /** Until then calls that name it are told that there is no such order, as by other keys. Only tests bring it about. */
  unknownUntilMs?: number;
  directCapture: boolean;
  /** What the merchant wants to read again with the payment; ePayment only. */
  metadata?: Readonly<Record<string, string>>;
  /** Where the merchant's server wants to hear of the order, and the words it knows us by; eCom only. */
  callback?: { prefix: string; authToken?: string };
  /** What the customer agrees to beyond this payment; Recurring only, and always. */
  agreement?: Agreement;
  /** Made by another system than the till: only tests bring that about. */
  isOthers?: true;
  /** Set when the customer has opened the payment: the scan. */
  transactionId: string | null;
  history: readonly Entry[];
};

export const intervalUnits = ['YEAR', 'MONTH', 'WEEK', 'DAY'] as const;
export type Interval = { unit: (typeof intervalUnits)[number]; count: number };
export type Pricing = { type: 'LEGACY'; amount: number } | { type: 'VARIABLE'; suggestedMaxAmount: number };

/** The order's own amount and text are those of the first charge: 0, and the product's name, when there is none. */
export type Agreement = {
  uuid: string;
  /** null when nothing is paid at once. */
  chargeId: string | null;
  /** The merchant's own names for the agreement and for its first charge. */
  externalId?: string;
  chargeExternalId?: string;
  productName: string;
  productDescription?: string;
  pricing: Pricing;
  interval: Interval;
  merchantAgreementUrl: string;
  merchantRedirectUrl: string;
  countryCode: string;
  isApp: boolean;
  /** When the merchant or the customer ended it. */
  stoppedAtMs: number | null;
};

/** The answer to a call that changed something, kept so that the same request gets it again. */
export type KeptAnswer = { key: string; fingerprint: string; body: unknown };
export type Account = { order: Order; answers: readonly KeptAnswer[] };
