// What a poll, or an answer, says of an operation: whether it is done, and what that means for its payment. Amounts are minor units.
import type { StoredOperation } from '../../store/store.ts';
import type { Shown } from '../../vipps/gateway.ts';
import type { PaymentEvent } from '../payment/types.ts';

type Amounts = Pick<
  Shown,
  'reservedAmount' | 'capturedAmount' | 'refundedAmount' | 'releasedAmount' | 'cancelled'
>;
const nothing: Amounts = {
  reservedAmount: 0,
  capturedAmount: 0,
  refundedAmount: 0,
  releasedAmount: 0,
  cancelled: false,
};

/** What is cancelled as a whole has all been released, though some answers name no amount. */
const releasedIn = ({ cancelled, reservedAmount, capturedAmount, releasedAmount }: Amounts) =>
  cancelled && capturedAmount === 0 ? Math.max(releasedAmount, reservedAmount) : releasedAmount;

/** Somebody may have captured of what was to be released. */
const isNothingLeft = (seen: Amounts) =>
  seen.reservedAmount > 0 && seen.capturedAmount + releasedIn(seen) >= seen.reservedAmount;

/**
 * Whether a poll shows an operation to be done. Money that is captured is captured, by us or in the portal, and an agreement that is stopped is
 * stopped; a refund of the same amount that somebody made in the portal is not ours, as its key tells. Where Vipps tells no keys, the
 * totals have to do.
 */
export function wasDone({ key, kind, amount, before }: StoredOperation, seen: Shown): boolean {
  if (kind === 'capture') return seen.capturedAmount >= before + amount;
  if (kind === 'release') return seen.cancelled || isNothingLeft(seen);
  if (kind === 'stop') return seen.stopped === true;
  return seen.doneKeys?.includes(key) ?? seen.refundedAmount >= before + amount;
}

/**
 * What is said to the payment of an operation that is done.
 * @param shown what came with that word. It may be a moment old: a capture or refund that was accepted counts at least for its amount.
 */
export function doneAs({ kind, amount, before }: StoredOperation, shown: Partial<Amounts>): PaymentEvent {
  const amounts = { ...nothing, ...shown };
  const atLeast = before + amount;
  const { capturedAmount } = amounts;
  const events = {
    capture: { type: 'captured', capturedAmount: Math.max(capturedAmount, atLeast) },
    refund: { type: 'refunded', refundedAmount: Math.max(amounts.refundedAmount, atLeast) },
    release: { type: 'released', capturedAmount, releasedAmount: releasedIn(amounts) },
    stop: { type: 'stopped', capturedAmount, releasedAmount: releasedIn(amounts) },
  } as const;
  return events[kind];
}
