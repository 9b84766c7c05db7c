// What was done at Vipps without us, in the portal say, is entered in the books on the day on which it is found.
import type { Ledger } from '../payments/ledger.ts';
import type { Moved, Payment } from '../payments/payment/types.ts';
import type { Store } from '../store/store.ts';
import type { PolledOrder } from '../vipps/gateway.ts';
import type { LookedUp } from './look-up.ts';

export type EnterDeps = { store: Pick<Store, 'find'>; ledger: Pick<Ledger, 'change'> };

/** A capture, refund, release or stop is on its way to Vipps: what is shown may be it, or not yet. */
export const isUnderWay = ({ capture, refundingAmount, releasingAmount, agreement }: Payment) =>
  capture === 'pending' || refundingAmount > 0 || releasingAmount > 0 || agreement?.stop === 'pending';

/**
 * @returns what Vipps shows of a payment that is paid, if that is more than we know of; null if it is not, or is more than can be.
 */
export function foundOn(ours: Payment, seen: PolledOrder): Moved | null {
  if (ours.state !== 'approved' || isUnderWay(ours)) return null;
  const { capturedAmount, refundedAmount, releasedAmount } = seen;
  const held = Math.max(ours.reservedAmount, seen.reservedAmount, capturedAmount);
  const isPossible =
    held <= ours.amount.value &&
    refundedAmount <= capturedAmount &&
    capturedAmount + Math.max(releasedAmount, ours.releasedAmount) <= held;
  const isMore =
    capturedAmount > ours.capturedAmount ||
    refundedAmount > ours.refundedAmount ||
    releasedAmount > ours.releasedAmount;
  return isPossible && isMore ? { capturedAmount, refundedAmount, releasedAmount } : null;
}

/** An agreement that runs for us, and that Vipps shows to be over. */
const isStoppedThere = ({ state, agreement }: Payment, seen: PolledOrder): boolean =>
  state === 'approved' && agreement?.stop === 'none' && seen.stopped === true;

/** Enters what a poll has found, unless the payment has changed since. @returns whether there was something. */
export async function enterFound(
  payment: Payment,
  looked: LookedUp | undefined,
  { store, ledger }: EnterDeps,
): Promise<boolean> {
  if (looked === undefined || 'unchecked' in looked || looked.polled === null) return false;
  const { reference, version } = payment;
  if (version !== looked.version) return false;
  const found = foundOn(payment, looked.polled);
  const isStopped = isStoppedThere(payment, looked.polled);
  // Of nearly all there is nothing to find, so that the books are not asked about each again.
  if (found === null && !isStopped) return false;
  if ((await store.find(reference))?.version !== version) return false;
  if (found !== null) await ledger.change(reference, { type: 'found', ...found });
  if (isStopped) await ledger.change(reference, { type: 'stop_found' });
  return true;
}
