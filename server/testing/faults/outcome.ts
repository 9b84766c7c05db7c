// What has become of it all in a shop whose line to Vipps was faulty, in words that fit a table.
import type { ErrorBody, PaymentView } from '../../contract/payments.ts';
import type { StoredOperation } from '../../store/store.ts';
import { startOf } from './screen.ts';
import type { Reply, Shop } from './shop.ts';

/** An order as the simulator's control API shows it; amounts are minor units. */
export type SimulatedOrder = {
  /** Vipps' name for it, and the merchant's own. */
  orderId: string;
  reference: string;
  /** Null for a sale. */
  agreement: { status: 'PENDING' | 'ACTIVE' | 'STOPPED' | 'EXPIRED' } | null;
  amount: number;
  state: { opened: boolean; reserved: number; captured: number; refunded: number; cancelled: boolean };
  history: { operation: string; amount: number; requestId: string; operationSuccess: boolean }[];
  receipt: object | null;
  /** Another system has made it. */
  isOthers: boolean;
  calls: Record<string, number>;
  phoneUrl: string;
};

/** Oldest first. */
export async function ordersAtVipps({ simulator }: Shop): Promise<SimulatedOrder[]> {
  const { text } = await simulator('/simulator/orders');
  return (JSON.parse(text) as SimulatedOrder[]).reverse();
}

/** What somebody else than this shop has captured or refunded of an order. */
export const elsewhere = ({ history }: SimulatedOrder, done: 'CAPTURE' | 'REFUND') =>
  sumOf(
    history.filter(({ operation, requestId }) => operation === done && requestId.startsWith('somebody-')),
  );

/** What was reserved and given back, each time that it was. */
export const releasesOf = ({ history }: SimulatedOrder) =>
  history.filter(({ operation, operationSuccess }) => operation === 'VOID' && operationSuccess);

export const sumOf = (all: readonly { amount: number }[]) => all.reduce((sum, { amount }) => sum + amount, 0);

/** An answer in words: `201 presented`, `503 vipps_unavailable`. */
export function inWords({ status, body }: Reply): string {
  if (status >= 400) return `${status} ${(body as ErrorBody).error.code}`;
  const { reference, state } = body as PaymentView;
  return `${status} ${startOf(reference)}${state}`;
}

/** Every capture, refund, release and stop that was ever stored. */
export async function operationsOf({ store, keys }: Shop): Promise<StoredOperation[]> {
  const found = await Promise.all(keys.map((key) => store.findOperation(key)));
  return found.filter((operation) => operation !== null);
}

const amounts = (of: Record<string, number>) =>
  Object.entries(of).flatMap(([what, amount]) => (amount > 0 ? [`${what} ${amount}`] : []));

/** The payments as they are in the store, oldest first, each with its operations. */
export async function stored(shop: Shop): Promise<string[]> {
  const operations = await operationsOf(shop);
  const { payments } = await shop.store.list({});
  return payments.reverse().map((payment) => {
    const { reference, state, endedBy, capture, problem, agreement } = payment;
    const { capturedAmount: captured, refundedAmount: refunded, releasedAmount: released } = payment;
    const ofIt = operations.filter((operation) => operation.reference === reference);
    return [
      `${startOf(reference)}${state}${endedBy === null ? '' : ` by ${endedBy}`}`,
      ...(agreement === null || agreement.stop === 'none' ? [] : [agreement.stop]),
      ...(capture === 'failed' ? ['not captured'] : []),
      ...amounts({ captured, refunded, released }),
      ...ofIt.map(({ kind, state: became }) => `${kind} ${became}`),
      ...(problem === null ? [] : [problem.code]),
    ].join(', ');
  });
}

/** The orders as Vipps has them, oldest first. */
export function atVipps(orders: SimulatedOrder[]): string[] {
  return orders.map((order) => {
    const { reference, agreement, amount, state, receipt } = order;
    const { reserved, captured, refunded, cancelled } = state;
    const paid = reserved > 0 ? `reserved ${reserved}` : 'unpaid';
    const held = cancelled ? (reserved > 0 ? 'released' : 'cancelled') : paid;
    // An agreement without a first payment has no money in it.
    const notCaptured = amount === 0 ? [] : [held];
    const released = sumOf(releasesOf(order));
    const words = [
      ...(agreement === null ? [] : [agreement.status]),
      ...(captured > 0 ? amounts({ captured, released, refunded }) : notCaptured),
      ...(receipt === null ? [] : ['receipt']),
    ];
    return `${order.isOthers ? 'theirs: ' : ''}${startOf(reference)}${words.join(', ')}`;
  });
}
