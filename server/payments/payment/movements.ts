// What money did on a payment in one change of it: the rows of the day's books. Pure; amounts are minor units.
import type { Movement, Payment, PaymentEvent } from './types.ts';

/** What the customer of a sale has let us take. Late money is nobody's sale. */
const held = ({ state, reservedAmount, capturedAmount }: Payment) =>
  state === 'approved' ? Math.max(reservedAmount, capturedAmount) : 0;

/** [P3] Late money that was released: what is left of a reservation is in no amount of the payment. */
function releasedLate(before: Payment, after: Payment): number {
  const isNews = after.problem?.code === 'released' && before.problem?.code !== 'released';
  return isNews && after.state !== 'approved' ? after.reservedAmount - after.capturedAmount : 0;
}

/** What we have seen only because we looked, on a payment that was over for us. */
const isFound = (before: Payment, event: PaymentEvent) =>
  event.type === 'found' || (event.type === 'observed' && before.endedAtMs !== null);

/** @returns none where no money moved. The sums of all movements of a payment are its amounts, whatever happens to it. */
export function movementsOf(before: Payment, after: Payment, event: PaymentEvent): Movement[] {
  const wasApproved = before.state === 'approved';
  const amounts = {
    reserved: held(after) - held(before),
    captured: after.capturedAmount - before.capturedAmount,
    refunded: after.refundedAmount - before.refundedAmount,
    released: after.releasedAmount - before.releasedAmount + releasedLate(before, after),
  };
  const found = isFound(before, event);
  const moved = (Object.keys(amounts) as (keyof typeof amounts)[])
    .filter((kind) => amounts[kind] !== 0)
    .map((kind): Movement => ({ kind, amount: amounts[kind], found }));
  const isSale = after.state === 'approved' && !wasApproved;
  return isSale ? [{ kind: 'approved', amount: after.amount.value, found }, ...moved] : moved;
}
