// An order at the Vipps that property tests imagine, and how it may be there before we ask for it. Amounts are minor units.
import type { StoredOperation } from '../../../store/store.ts';

/** Vipps says no, with its code; nothing has changed there. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
  readonly code: string;
  constructor(code: string) {
    super(`Vipps refuses: ${code}`);
    this.code = code;
  }
}

/** Vipps' word that the reference is in use. */
export const isTaken = '34';

export type Done = { kind: StoredOperation['kind']; key: string; amount: number; total: number };

export type ModelOrder = {
  /** Not of another system. */
  readonly isOurs: boolean;
  /** It was there before we asked for it. */
  readonly isEarlier: boolean;
  readonly reference: string;
  readonly amount: number;
  readonly expiresAtMs: number;
  opened: boolean;
  attempted: boolean;
  approved: boolean;
  /** Agreed to, and its first payment neither reserved nor refused yet. */
  isCharging: boolean;
  reserved: number;
  captured: number;
  refunded: number;
  /** Reserved once, and released uncaptured. */
  released: number;
  /** Cancelled, refused or stopped, and nothing has been approved since. */
  ended: boolean;
  /** By the subscriber, in the app. */
  stoppedInApp: boolean;
  /** Until then the customer is with the bank (3-D Secure): it can be approved, and not be cancelled. */
  atBankUntilMs: number;
  /** Somebody has moved its money in the portal. */
  isInPortal: boolean;
  /** An approval that was under way came after the CANCEL. */
  paidAfterCancel: boolean;
  readonly done: Done[];
  /** What cancels were answered, by their keys: null where they were accepted. */
  readonly cancels: Map<string, NotPossible | null>;
};

/**
 * What has the reference that we ask for next: an order of another system, or one of a database of ours that is lost.
 */
export const earlierOnes = [
  'theirs',
  'theirs, reserved',
  'theirs, captured',
  'ours',
  'ours, reserved',
  'ours, captured',
] as const;
export type Earlier = (typeof earlierOnes)[number];

/** The amount of another system's order. */
const theirMinor = 50_000;
/** @param earlier what was there before we asked; null for what we make now. */
export function makeOrder(
  { amount, ...named }: Pick<ModelOrder, 'reference' | 'amount' | 'expiresAtMs'>,
  earlier: Earlier | null,
): ModelOrder {
  const isOurs = !earlier?.startsWith('theirs');
  const value = isOurs ? amount : theirMinor;
  const isCaptured = earlier?.endsWith('captured') === true;
  const isPaid = isCaptured || earlier?.endsWith('reserved') === true;
  return {
    ...named,
    isOurs,
    isEarlier: earlier !== null,
    amount: value,
    opened: isPaid,
    attempted: isPaid,
    approved: isPaid,
    ended: false,
    stoppedInApp: false,
    atBankUntilMs: 0,
    isInPortal: false,
    isCharging: false,
    reserved: isPaid ? value : 0,
    captured: isCaptured ? value : 0,
    refunded: 0,
    released: 0,
    paidAfterCancel: false,
    done: [],
    cancels: new Map(),
  };
}

/** An order comes to be at most this long after it was asked for. */
export const turnsUpWithinMs = 29_000;

export const uncaptured = ({ reserved, captured, released }: ModelOrder) => reserved - captured - released;

/** Money of ours that is at Vipps: reserved or captured, and not given back. */
export function moneyIn(order: ModelOrder | undefined): number {
  return order === undefined ? 0 : order.reserved - order.released - order.refunded;
}
