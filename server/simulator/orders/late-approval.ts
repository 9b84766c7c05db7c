// An approval that outlives the cancel of its order, as a customer's 3-D Secure session can. Only tests bring it about.
import { type Act, append, byCustomer, NotPossible } from './order.ts';
import { summarize } from './summary.ts';
import type { Order } from './types.ts';

/** `reserve` leaves money to be released, `sale` money that can only be refunded. */
export const lateKinds = ['reserve', 'sale'] as const;
export type LateKind = (typeof lateKinds)[number];

const operations = { reserve: 'RESERVE', sale: 'SALE' } as const;

/** The customer's approval goes through although the order was cancelled before; an agreement is active then. @throws NotPossible */
export function approveLate(order: Order, kind: LateKind, act: Act): Order {
  if (kind === 'sale' && order.api === 'epayment') throw new NotPossible('no_direct_capture');
  const { approved, released, cancelled } = summarize(order);
  // What was given back may be approved once more, in eCom.
  const isGivenBack = order.api === 'ecom' && kind === 'reserve' && released > 0;
  if (approved && !isGivenBack) throw new NotPossible('already_paid');
  if (!cancelled) throw new NotPossible('not_cancelled');
  const opened = {
    ...order,
    transactionId: order.transactionId ?? act.transactionId,
    ...(order.agreement && { agreement: { ...order.agreement, stoppedAtMs: null } }),
  };
  return append(opened, operations[kind], order.amount, byCustomer(order, act.nowMs));
}
