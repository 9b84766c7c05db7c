// What an event changes in an agreement: its names, that it runs, and that it is over. Amounts are minor units.
import type { PaymentState, Problem } from '../../contract/payments.ts';
import { endedUnpaid, onceApproved, reservedLate } from './late-money.ts';
import { without } from './problems.ts';
import type { AgreementIds, Changes, Moved, Payment, PaymentEvent } from './types.ts';

/** What Vipps calls it is known once the start has been answered, whatever has become of the start. */
export function named({ agreement }: Payment, ids: AgreementIds | undefined): Changes {
  return agreement === null || ids === undefined ? {} : { agreement: { ...agreement, ...ids } };
}

/** An agreement without a first payment: there is nothing to capture. */
export function accepted(payment: Payment, state: PaymentState): Changes {
  if (endedUnpaid(state)) return reservedLate({});
  // It is ended again, and staff are told once it is.
  if (state === 'closing') return reservedLate({});
  if (payment.state === 'approved') return {};
  return { problem: onceApproved(payment), closingFor: null };
}

/** An agreement as a poll shows it: what it is called, and whether it is over though it had begun. */
export function agreementSeen(
  payment: Payment,
  event: Extract<PaymentEvent, { type: 'observed' }>,
  state: PaymentState,
): Changes {
  const names = named(payment, event.agreement);
  const agreement = names.agreement ?? payment.agreement;
  const isOver = event.observation.stopped === true && state === 'approved' && agreement?.stop === 'none';
  return isOver ? { agreement: { ...agreement, stop: 'stopped' } } : names;
}

/**
 * An agreement is over. What Vipps has not given back with it, such as the rest of a charge that is captured in part, is given back next.
 * @param shown all in all, by whomever.
 */
export function stopped(payment: Payment, shown: Pick<Moved, 'capturedAmount' | 'releasedAmount'>): Changes {
  const { agreement, reservedAmount, capturedAmount } = payment;
  if (agreement === null) return {};
  const uncaptured = reservedAmount - Math.max(capturedAmount, shown.capturedAmount);
  const releasedAmount = Math.max(payment.releasedAmount, Math.min(uncaptured, shown.releasedAmount));
  const over: Changes = {
    agreement: { ...agreement, stop: 'stopped' },
    releasedAmount,
    problem: without(payment, 'stop_failed', 'stop_delayed'),
  };
  const left = agreement.stop === 'pending' ? uncaptured - releasedAmount : 0;
  return left <= 0 ? over : { ...over, releasingAmount: left, order: { kind: 'release', amount: left } };
}

/** Somebody else has ended the agreement; what is reserved for it is staff's to capture or to give back. */
export function stopFound(payment: Payment): Changes {
  const { agreement } = payment;
  if (agreement === null || agreement.stop !== 'none') return {};
  return { agreement: { ...agreement, stop: 'stopped' }, problem: without(payment, 'stop_failed') };
}

/** The agreement goes on, unless another server has stopped it meanwhile. */
export function stopRefused({ agreement }: Payment, next: Problem): Changes {
  const isOver = agreement === null || agreement.stop === 'stopped';
  return isOver ? {} : { agreement: { ...agreement, stop: 'none' }, problem: next };
}
