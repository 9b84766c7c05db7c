// What is said of a payment that waits for the customer, or for Vipps: that it is asked about in vain, or again with success.
import { endedUnpaid } from './late-money.ts';
import { problem, without } from './problems.ts';
import type { Changes, Payment } from './types.ts';

const isWaiting = ({ state }: Payment) => state === 'presented' || state === 'scanned' || state === 'closing';

export function unreachable(payment: Payment): Changes {
  const isKept = payment.problem !== null && !['declined', 'lines_refused'].includes(payment.problem.code);
  if (isKept) return {};
  return isWaiting(payment) ? { problem: problem('vipps_unavailable') } : {};
}

/** [P1] Not to be known any more is no ending: staff are told once nobody can pay it here, whatever passing problem they knew of. */
export function unknown(payment: Payment): Changes {
  if (payment.state !== 'closing') return unreachable(payment);
  const isPassing = [undefined, 'declined', 'vipps_unavailable', 'lines_refused'].includes(
    payment.problem?.code,
  );
  const tellsWhy = payment.closingFor === 'start';
  return isPassing && !tellsWhy ? { problem: problem('unknown_order') } : {};
}

/** A poll that worked and shows nothing new: whatever we said about reconnecting is over. */
export function reachable(payment: Payment): Changes {
  const keeps = payment.closingFor === 'start' || endedUnpaid(payment.state);
  return keeps ? {} : { problem: without(payment, 'vipps_unavailable', 'unknown_order') };
}

export function declined(payment: Payment): Changes {
  const keeps = payment.closingFor === 'start' || endedUnpaid(payment.state);
  return keeps ? {} : { problem: problem('declined') };
}
