// The simulator's orders, as both ledgers are compared.
import type { Order as Shown, Vipps } from '../../shop/vipps.ts';
import type { TheirOrder } from '../compare/ledgers.ts';

export type Order = TheirOrder & Pick<Shown, 'phoneUrl' | 'calls'>;

/** All orders, the oldest first. */
export async function ordersAt(vipps: Vipps): Promise<Order[]> {
  const shown = await vipps.orders();
  return shown.toReversed().map(({ reference, state, history, ...order }) => ({
    api: order.api,
    orderId: reference,
    amount: order.amount,
    deadlineMs: order.deadlineMs,
    agreement: order.agreement,
    phoneUrl: order.phoneUrl,
    calls: order.calls,
    isOthers: order.isOthers,
    opened: state.opened,
    text: history.at(-1)?.transactionText ?? '',
    history: history.toReversed().map((entry) => ({
      operation: entry.operation,
      amount: entry.amount,
      success: entry.operationSuccess,
      atMs: Date.parse(entry.timeStamp),
      isOfPortal: entry.requestId.startsWith('somebody-'),
    })),
  }));
}
