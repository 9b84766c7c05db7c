// What is compared after a round: our ledger, the simulator's, and what people were told and shown. Amounts are minor units.

export type TheirEntry = {
  operation: string;
  amount: number;
  success: boolean;
  atMs: number;
  /** It was done in the portal. */
  isOfPortal?: boolean;
};
/** `orderId` is the shop's name for it, `text` what the customer read: the sale's id. `history` is oldest first. */
export type TheirOrder = {
  api: 'ecom' | 'epayment' | 'recurring';
  orderId: string;
  text: string;
  amount: number;
  /** Until when it can be approved. */
  deadlineMs: number;
  /** The customer has opened it in the app. */
  opened: boolean;
  history: TheirEntry[];
  /** Of a subscriber; null for a sale. */
  agreement: { status: 'PENDING' | 'ACTIVE' | 'STOPPED' | 'EXPIRED'; stoppedAtMs: number | null } | null;
  /** Another system has made it, all of it at once. */
  isOthers?: boolean;
};

export type OurEvent = { event: string; state: string; atMs: number };
/** `events` are oldest first. */
export type OurPayment = {
  reference: string;
  till: string;
  text: string;
  state: string;
  amount: number;
  agreement: { status: string } | null;
  capture: string;
  capturedAmount: number;
  refundedAmount: number;
  /** Until when what is reserved still has to be captured or released, as staff are told; null where nothing is left. */
  captureBy: string | null;
  /** What staff are told of it. */
  problem: { code: string } | null;
  events: OurEvent[];
};

/** The answer to one charge; `reference` where it was 201. */
export type ChargeTold = { sale: string; status: number; reference: string | null };
/** A capture or refund that was asked for: done, stored to be done later, refused, or never answered. */
export type PartTold = {
  reference: string;
  kind: 'capture' | 'refund';
  key: string;
  amount: number;
  told: 'done' | 'stored' | 'refused' | 'nothing';
};
/** The end of an agreement that was asked for, as `PartTold`. */
export type StopTold = Pick<PartTold, 'reference' | 'told'>;
/** A cancel that was accepted. */
export type CancelTold = { reference: string; atMs: number };
/** What a till's screen was given to show; `problem` is the code of what it said beside the state. */
export type Sighting = {
  till: string;
  reference: string;
  state: string;
  problem: string | null;
  atMs: number;
};

export type Evidence = {
  ours: OurPayment[];
  theirs: TheirOrder[];
  /** What the database held before the round, and has to hold after it. */
  inherited: OurPayment[];
  charges: ChargeTold[];
  parts: PartTold[];
  stops: StopTold[];
  cancels: CancelTold[];
  sightings: Sighting[];
  capture: 'auto' | 'manual';
};

/** `rule` names what is wrong in general, `what` says it of this payment. */
export type Disagreement = { rule: string; reference: string; what: string };
export type Rule = (evidence: Evidence) => Disagreement[];

/** @param minor units. */
export const krone = (minor: number) => (minor / 100).toFixed(2);
/** What was sold in the round. */
export const oursOf = ({ ours, inherited }: Evidence) =>
  ours.filter(({ reference }) => !inherited.some((one) => one.reference === reference));
export const orderOf = ({ theirs }: Evidence, reference: string) =>
  theirs.find(({ orderId }) => orderId === reference);

export const finalStates: readonly string[] = ['approved', 'cancelled', 'expired', 'failed'];
/** Told of one that ended unpaid: money turned up, and is on its way back or is back. */
export const toldOfMoney: readonly string[] = ['late_money', 'released', 'late_refunded'];

/** What an order's history adds up to; `held` is reserved and neither captured nor released. */
export function totalsOf(order: TheirOrder) {
  const sum = (...operations: string[]) =>
    order.history
      .filter((entry) => entry.success && operations.includes(entry.operation))
      .reduce((total, entry) => total + entry.amount, 0);
  const reserved = sum('RESERVE', 'SALE');
  const captured = sum('CAPTURE', 'SALE');
  return { reserved, captured, refunded: sum('REFUND'), held: reserved - captured - sum('VOID') };
}

/** When this first happened at the simulator; never is Infinity. */
export function firstAtMs(order: TheirOrder | undefined, ...operations: string[]): number {
  const found = order?.history.find((entry) => entry.success && operations.includes(entry.operation));
  return found?.atMs ?? Number.POSITIVE_INFINITY;
}

/**
 * When it ended at the simulator: from then on it cannot be paid, and nothing is held, but for money that turns up later. Never is
 * Infinity; an order of eCom does not end without a cancel.
 */
export function endedAtMs(order: TheirOrder): number {
  const isPaidInTime = firstAtMs(order, 'RESERVE', 'SALE') <= order.deadlineMs;
  const ranOutMs = order.api === 'ecom' || isPaidInTime ? Number.POSITIVE_INFINITY : order.deadlineMs;
  // A subscriber's own stop leaves its charge to the shop; beside the shop's stop is a CANCEL or VOID.
  const stoppedMs = (order.amount === 0 && order.agreement?.stoppedAtMs) || Number.POSITIVE_INFINITY;
  return Math.min(firstAtMs(order, 'CANCEL', 'VOID'), stoppedMs, ranOutMs);
}

/**
 * An agreement without a first payment, of whose start nothing but the answer was lost, has no name by which it could be found and
 * stopped: it runs out. No customer was given its address, so none can agree to it.
 */
export function isOutOfReach({ amount, events }: OurPayment, { agreement, opened }: TheirOrder): boolean {
  const wasShown = events.some(({ event }) => event === 'presented');
  return agreement?.status === 'PENDING' && amount === 0 && !wasShown && !opened;
}

/** Whether a person of the round bought it. */
export const isOfRound = ({ text }: OurPayment) => /^r\d+-/.test(text);

/** [P1] One that was shown before the round, and that Vipps does not know, is left to staff. */
const isLeftToStaff = (payment: OurPayment) =>
  !isOfRound(payment) && payment.state === 'closing' && payment.events.at(-1)?.event === 'unknown';

/** Why a payment is not over: its state, or a capture or refund that is under way. Null when it is over. */
export function whatIsOpen(payment: OurPayment): string | null {
  if (isLeftToStaff(payment)) return null;
  if (!finalStates.includes(payment.state)) return payment.state;
  if (payment.capture === 'pending') return 'capture pending';
  if (payment.agreement?.status === 'stopping') return 'stop pending';
  const refund = payment.events.findLast(({ event }) => event.startsWith('refund'));
  const isPending = refund?.event === 'refund' || refund?.event === 'refund_delayed';
  return isPending ? 'refund pending' : null;
}
