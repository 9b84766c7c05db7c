// What people do in a shop whose line to Vipps is faulty, and what has become of it all in the end.
import type { ErrorBody, PaymentView } from '../contract.ts';
import type { Payment } from '../payments/payment.ts';
import { drawSvg } from '../simulator/qr-image.ts';
import type { StoredOperation } from '../store/store.ts';
import { startOf } from './faulty-screen.ts';
import type { Reply, Shop } from './faulty-shop.ts';
import { sale, till } from './till.ts';

/** An order as the simulator's control API shows it; amounts are minor units. */
export type SimulatedOrder = {
  orderId: string;
  state: { opened: boolean; reserved: number; captured: number; refunded: number; cancelled: boolean };
  phoneUrl: string;
};

/** Oldest first. */
export async function ordersAtVipps({ vippsUrl }: Shop): Promise<SimulatedOrder[]> {
  const response = await fetch(`${vippsUrl}/simulator/orders`);
  return ((await response.json()) as SimulatedOrder[]).reverse();
}

export const charge = ({ ask }: Shop, key: string) =>
  ask('POST', `/api/tills/${till.id}/payments`, { amount: sale.amount, text: sale.text }, key);

/** What staff do with the newest payment: cancel it, or capture or refund the whole. */
export async function act(shop: Shop, what: 'capture' | 'cancel' | 'refund', key?: string): Promise<Reply> {
  const shown = await newest(shop);
  const body = what === 'refund' ? { amount: sale.amount } : {};
  return shop.ask('POST', `/api/payments/${shown.reference}/${what}`, body, key);
}

/** Lets the customer scan the code on the screen: another order's code opens another order. */
export async function scan(shop: Shop): Promise<void> {
  const payment = await shop.screen.look();
  if (!payment?.qr) throw new Error(`there is no code on the screen: ${shop.screen.story()}`);
  const code = await (await fetch(shop.url + payment.qr.href, { headers: shop.pos })).text();
  for (const { phoneUrl } of await ordersAtVipps(shop)) {
    if ((await drawSvg(phoneUrl)) === code) await fetch(phoneUrl);
  }
}

/** The customer approves what has been scanned. */
export async function approve(shop: Shop): Promise<void> {
  const opened = (await ordersAtVipps(shop)).filter(({ state }) => state.opened);
  for (const { phoneUrl } of opened)
    await fetch(`${phoneUrl}/approve`, { method: 'POST', redirect: 'manual' });
}

/** Time goes on until nothing is left to do. */
export const untilQuiet = ({ until, watch, line }: Shop) => until(() => watch.size() === 0 && line.isClear());

/** Time goes on for so long; a second is enough for what Vipps shows now to be seen. */
export function forMs({ until, clock }: Shop, ms: number): Promise<void> {
  const endMs = clock.monotonicMs() + ms;
  return until(() => clock.monotonicMs() >= endMs);
}

async function newest({ store }: Shop): Promise<Payment> {
  const payment = await store.findNewest(till.id);
  if (payment === null) throw new Error('there is no sale yet');
  return payment;
}

/** An answer in words: `201 presented`, `503 vipps_unavailable`. */
export function inWords({ status, body }: Reply): string {
  if (status >= 400) return `${status} ${(body as ErrorBody).error.code}`;
  const { reference, state } = body as PaymentView;
  return `${status} ${startOf(reference)}${state}`;
}

/** Every capture and refund that was ever stored. */
export async function operationsOf({ store, keys }: Shop): Promise<StoredOperation[]> {
  const found = await Promise.all(keys.map((key) => store.findOperation(key)));
  return found.filter((operation) => operation !== null);
}

/** The payments as they are in the store, oldest first, each with its operations. */
export async function stored(shop: Shop): Promise<string[]> {
  const operations = await operationsOf(shop);
  const { payments } = await shop.store.list({});
  return payments.reverse().map((payment) => {
    const { reference, state, endedBy, capture, capturedAmount, refundedAmount, problem } = payment;
    const ofIt = operations.filter((operation) => operation.reference === reference);
    return [
      `${startOf(reference)}${state}${endedBy === null ? '' : ` by ${endedBy}`}`,
      ...(capture === 'failed' ? ['not captured'] : []),
      ...(capturedAmount > 0 ? [`captured ${capturedAmount}`] : []),
      ...(refundedAmount > 0 ? [`refunded ${refundedAmount}`] : []),
      ...ofIt.map(({ kind, state: became }) => `${kind} ${became}`),
      ...(problem === null ? [] : [problem.code]),
    ].join(', ');
  });
}

/** The orders as Vipps has them, oldest first. */
export function atVipps(orders: SimulatedOrder[]): string[] {
  return orders.map(({ orderId, state }) => {
    const { reserved, captured, refunded, cancelled } = state;
    const held = cancelled ? (reserved > 0 ? 'released' : 'cancelled') : `reserved ${reserved}`;
    const words = captured > 0 ? [`captured ${captured}`] : [held];
    return `${startOf(orderId)}${[...words, ...(refunded > 0 ? [`refunded ${refunded}`] : [])].join(', ')}`;
  });
}
