// What people do in a shop whose line to Vipps is faulty.
import type { Payment } from '../../payments/payment/types.ts';
import { drawSvg } from '../../simulator/qr/image.ts';
import { sale, till } from '../till.ts';
import type { Kind } from './kinds.ts';
import { ordersAtVipps } from './outcome.ts';
import type { Reply, Shop } from './shop.ts';

const NOK = 'NOK' as const;
const subscription = {
  product: { name: 'Coffee' },
  pricing: { amount: { value: 9_900, currency: NOK } },
  interval: { unit: 'MONTH', count: 1 },
};
const { amount, text } = sale;
/** What is asked of the till for each kind of sale. */
const requests: Readonly<Record<Kind, { path: string; body: object }>> = {
  ecom: { path: 'payments', body: { amount, text } },
  epayment: { path: 'payments', body: { amount, text } },
  recurring: {
    path: 'agreements',
    body: { ...subscription, initialCharge: { amount, description: 'First month' } },
  },
  'recurring free': { path: 'agreements', body: subscription },
};

/** Staff charge the sale, or sign the customer up. @param more goes into what is asked. */
export function charge({ ask, kind }: Shop, key: string, more: object = {}): Promise<Reply> {
  const { path, body } = requests[kind];
  return ask('POST', `/api/tills/${till.id}/${path}`, { ...body, ...more }, key);
}

/** Of which a part is captured before the rest is given back. */
export const part = { value: 10_000, currency: NOK };

const bodies = { capture: {}, 'capture a part': { amount: part }, refund: { amount } };
export type Permission = 'cancel' | 'capture' | 'capture a part' | 'refund' | 'release' | 'stop';

/** What staff do with the newest payment. Captures and refunds are of the whole. */
export async function act(shop: Shop, what: Permission, key?: string): Promise<Reply> {
  const { reference } = await newest(shop);
  const [action] = what.split(' ');
  const body = what in bodies ? bodies[what as keyof typeof bodies] : {};
  return shop.ask('POST', `/api/payments/${reference}/${action}`, body, key);
}

const drawn = new Map<string, Promise<string>>();
/** The code that leads to an address; the first orders of two stories have the same. */
function codeFor(address: string): Promise<string> {
  const code = drawn.get(address) ?? drawSvg(address);
  drawn.set(address, code);
  return code;
}

/** Lets the customer scan the code on the screen: another order's code opens another order. */
export async function scan(shop: Shop): Promise<void> {
  const payment = await shop.screen.poll();
  if (!payment?.qr) throw new Error(`there is no code on the screen: ${shop.screen.story()}`);
  const { text: code } = await shop.call(payment.qr.href, { headers: shop.pos });
  for (const { phoneUrl } of await ordersAtVipps(shop)) {
    if ((await codeFor(phoneUrl)) === code) await shop.simulator(new URL(phoneUrl).pathname);
  }
}

/** The customer approves what has been scanned. */
export async function approve(shop: Shop): Promise<void> {
  const opened = (await ordersAtVipps(shop)).filter(({ state }) => state.opened);
  for (const { phoneUrl } of opened)
    await shop.simulator(`${new URL(phoneUrl).pathname}/approve`, { method: 'POST' });
}

/** The customer's approval of what was cancelled goes through all the same; a `sale` is captured by Vipps itself. */
export async function approveLate(shop: Shop, kind: 'reserve' | 'sale'): Promise<void> {
  const { reference } = await newest(shop);
  const path = `/simulator/orders/${reference}/late`;
  const { status, text: said } = await shop.simulator(path, { method: 'PUT', body: { kind } });
  if (status !== 204) throw new Error(`nobody could approve late: ${said}`);
}

/** Somebody captures or refunds the newest in the portal. @param value minor units. */
export async function inPortal(shop: Shop, action: 'capture' | 'refund', value: number): Promise<void> {
  const { reference } = await newest(shop);
  const path = `/simulator/orders/${reference}/portal`;
  const body = { action, amount: value };
  const { status, text: said } = await shop.simulator(path, { method: 'PUT', body });
  if (status !== 204) throw new Error(`the portal could not ${action}: ${said}`);
}

/** The customer is with the bank for so long: the newest order cannot be cancelled, and can be approved past its time. */
export async function startThreeDSecure(shop: Shop, seconds: number): Promise<void> {
  const { reference } = await newest(shop);
  const path = `/simulator/orders/${reference}/three-d-secure`;
  await shop.simulator(path, { method: 'PUT', body: { seconds } });
}

/** Time goes on until nothing is left to do. */
export const untilQuiet = ({ until, watch, line }: Shop) => until(() => watch.size() === 0 && line.isClear());

/** Time goes on for so long; a second is enough for what Vipps shows now to be seen. */
export function forMs({ until, clock }: Shop, ms: number): Promise<void> {
  const endMs = clock.monotonicMs() + ms;
  return until(() => clock.monotonicMs() >= endMs);
}

export async function newest({ store }: Shop): Promise<Payment> {
  const payment = await store.findNewest(till.id);
  if (payment === null) throw new Error('there is no sale yet');
  return payment;
}
