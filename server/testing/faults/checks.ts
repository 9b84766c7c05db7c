// What must hold in the end whatever went wrong: money, agreements, keys, and how often Vipps was called.
import { endedUnpaid } from '../../payments/payment/late-money.ts';
import type { Payment } from '../../payments/payment/types.ts';
import type { StoredOperation } from '../../store/store.ts';
import { type LoggedCall, retryAfterS } from './line.ts';
import { elsewhere, operationsOf, ordersAtVipps, releasesOf, type SimulatedOrder, sumOf } from './outcome.ts';
import type { Shop } from './shop.ts';

/** What the gateway turns away, the API has not counted. */
const isCounted = ({ limit, status }: LoggedCall) => limit !== null && status !== 401;
const minuteMs = 60_000;
const about = ({ call, order, atMs }: LoggedCall) => `${call} of ${order} at ${atMs}`;

/** @returns every breach as a sentence; none for a sound end. */
export async function breaches(shop: Shop): Promise<string[]> {
  const { calls } = shop.line;
  const [orders, operations] = [await ordersAtVipps(shop), await operationsOf(shop)];
  return [
    ...shop.errors.map((line) => `[P6] a fault of Vipps became one of ours: ${line}`),
    ...twoCodes([...shop.screen.codes()]),
    ...(await orderBreaches(shop, orders, operations)),
    ...keyBreaches(calls, orders, operations),
    ...tooManyBreaches(calls),
    ...tooSoonBreaches(calls),
  ];
}

/** A second start of a sale has the name of the first with a suffix. */
function twoCodes(references: string[]): string[] {
  const again = references.filter((reference) => references.some((first) => reference === `${first}-2`));
  return again.map((reference) => `[P4] two codes of one sale were shown: ${reference}`);
}

async function orderBreaches(
  shop: Shop,
  orders: SimulatedOrder[],
  operations: StoredOperation[],
): Promise<string[]> {
  const found: string[] = [];
  for (const order of orders) {
    const { reference } = order;
    const payment = await shop.store.find(reference);
    if (order.isOthers || payment?.problem?.code === 'not_ours') {
      found.push(...touchBreaches(order));
      continue;
    }
    if (payment === null) {
      found.push(`[P2] Vipps has ${reference}, the store has not`);
      continue;
    }
    const done = operations.filter((one) => one.reference === reference && one.state === 'done');
    found.push(...moneyBreaches(order, payment, done), ...agreementBreaches(order, payment, done));
  }
  return found;
}

/** [P11] What another system made is left alone. */
function touchBreaches({ reference, calls }: SimulatedOrder): string[] {
  const writes = ['capture', 'cancel', 'refund'].filter((call) => (calls[call] ?? 0) > 0);
  return writes.map((call) => `[P11] a ${call} of ${reference}, which is not ours`);
}

function moneyBreaches(order: SimulatedOrder, payment: Payment, done: StoredOperation[]): string[] {
  const { reference, state } = order;
  const released = releasesOf(order);
  const held = state.cancelled ? 0 : state.reserved - state.captured - sumOf(released);
  const kept = state.captured - state.refunded;
  const isOver = endedUnpaid(payment.state);
  const total = (kind: string) => sumOf(done.filter((one) => one.kind === kind));
  const givenBack = done.filter(({ kind }) => kind === 'release' || kind === 'stop');
  return [
    ...(isOver && held + kept > 0 ? [`[P3] money on ${reference}`] : []),
    ...(state.captured > state.reserved ? [`[P3] ${reference} was captured twice`] : []),
    ...(state.captured !== payment.capturedAmount ? [`[P1] captured of ${reference}`] : []),
    ...(state.refunded !== payment.refundedAmount ? [`[P1] refunded of ${reference}`] : []),
    ...(total('capture') !== state.captured - elsewhere(order, 'CAPTURE')
      ? [`[P2] captures of ${reference}`]
      : []),
    ...(total('refund') !== state.refunded - elsewhere(order, 'REFUND')
      ? [`[P2] refunds of ${reference}`]
      : []),
    ...(!isOver && sumOf(released) !== payment.releasedAmount ? [`[P1] released of ${reference}`] : []),
    ...(!isOver && released.length > givenBack.length ? [`[P2] ${reference} was released twice`] : []),
  ];
}

/** [P3] Without the customer's yes, and after a stop, nothing can be charged any more. */
function agreementBreaches(
  { reference, agreement }: SimulatedOrder,
  payment: Payment,
  done: StoredOperation[],
): string[] {
  if (agreement === null) return [];
  const stopped = done.some(({ kind }) => kind === 'stop');
  const shouldBeActive = payment.state === 'approved' && !stopped;
  const isActive = agreement.status === 'ACTIVE';
  return [
    ...(isActive && !shouldBeActive ? [`[P3] the agreement ${reference} goes on`] : []),
    ...(!isActive && shouldBeActive ? [`[P1] the agreement ${reference} does not go on`] : []),
    ...(stopped !== (payment.agreement?.stop === 'stopped') ? [`[P2] the stop of ${reference}`] : []),
  ];
}

/** By which call Vipps hears of an operation. */
const callOf = { capture: 'capture', refund: 'refund', release: 'cancel', stop: 'cancel' } as const;

/** [P2] Every key that Vipps has seen was stored, and none is left pending. */
function keyBreaches(
  calls: readonly LoggedCall[],
  orders: SimulatedOrder[],
  operations: StoredOperation[],
): string[] {
  const pending = operations.filter(({ state }) => state === 'pending');
  const stored = operations.map(({ kind, reference, key }) => `${callOf[kind]} of ${reference}: ${key}`);
  const references = new Map(orders.map(({ orderId, reference }) => [orderId, reference]));
  // A cancel of what nobody has paid needs no key of its own.
  const isGivenBack = operations.some(({ kind }) => callOf[kind] === 'cancel');
  const keyed = ['capture', 'refund', ...(isGivenBack ? ['cancel'] : [])];
  const sent = calls
    .filter(({ call }) => keyed.includes(call))
    .map(({ call, order, key }) => `${call} of ${references.get(order ?? '')}: ${key}`);
  return [
    ...pending.map(({ key }) => `[P2] ${key} is still pending`),
    ...sent.filter((key) => !stored.includes(key)).map((key) => `[P2] sent but not stored: ${key}`),
  ];
}

/** Calls of one kind about one order, in the order in which they were made. */
function streams(calls: readonly LoggedCall[]): LoggedCall[][] {
  return Object.values(Object.groupBy(calls, ({ stream, order }) => `${stream} ${order}`)).map(
    (all) => all ?? [],
  );
}

function tooManyBreaches(calls: readonly LoggedCall[]): string[] {
  const overLimit = streams(calls.filter(isCounted)).flatMap((stream) =>
    stream.filter((one, index) => {
      const earlier = stream[index - (one.limit ?? 0)];
      return earlier !== undefined && one.atMs - earlier.atMs < minuteMs;
    }),
  );
  const told = calls.filter(({ status, struckBy }) => status === 429 && struckBy === null);
  return [...overLimit, ...told].map((one) => `[P5] over the limit: ${about(one)}`);
}

/** Who asks for a pause gets it. No third look begins within a second: one watch may hand over to another in it. */
function tooSoonBreaches(calls: readonly LoggedCall[]): string[] {
  return streams(calls).flatMap((stream) =>
    stream.flatMap((one, index) => {
      const last = stream[index - 1];
      if (last === undefined) return [];
      const pausedMs = one.atMs - last.atMs;
      if (last.status === 429 && pausedMs < retryAfterS * 1_000) return [`Retry-After: ${about(one)}`];
      const lastButOne = stream[index - 2];
      const isThird = one.call === 'details' && lastButOne && one.atMs - lastButOne.atMs < 1_000;
      return isThird ? [`[P5] looked too often: ${about(one)}`] : [];
    }),
  );
}
