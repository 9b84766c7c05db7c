// What must hold in the end whatever went wrong: money, keys, and how often Vipps was called.
import { endedUnpaid } from '../payments/late-money.ts';
import type { ApiCall } from '../simulator/traffic.ts';
import { operationsOf, ordersAtVipps } from './faulty-acts.ts';
import { type LoggedCall, retryAfterS } from './faulty-line.ts';
import type { Shop } from './faulty-shop.ts';

/** Calls of one order a minute that Vipps takes: eCom API guide, "Rate limiting". The others have none that is known. */
const limits: Partial<Record<ApiCall, number>> = {
  ...{ initiate: 2, details: 120, capture: 5, cancel: 5, refund: 5 },
};
/** What the gateway turns away, the API has not counted. */
const isCounted = ({ call, status }: LoggedCall) => limits[call] !== undefined && status !== 401;
const minuteMs = 60_000;
const about = ({ call, orderId, atMs }: LoggedCall) => `${call} of ${orderId} at ${atMs}`;

/** @returns every breach as a sentence; none for a sound end. */
export async function breaches(shop: Shop): Promise<string[]> {
  const { calls } = shop.line;
  return [
    ...shop.errors.map((line) => `[P6] a fault of Vipps became one of ours: ${line}`),
    ...(shop.screen.codes().size > 1 ? ['[P4] two codes of one sale were shown'] : []),
    ...(await moneyBreaches(shop)),
    ...(await keyBreaches(shop)),
    ...tooManyBreaches(calls),
    ...tooSoonBreaches(calls),
  ];
}

async function moneyBreaches(shop: Shop): Promise<string[]> {
  const found: string[] = [];
  for (const { orderId, state } of await ordersAtVipps(shop)) {
    const payment = await shop.store.find(orderId);
    if (payment === null) {
      found.push(`[P2] Vipps has ${orderId}, the store has not`);
      continue;
    }
    const held = state.cancelled ? 0 : state.reserved - state.captured;
    const kept = state.captured - state.refunded;
    if (endedUnpaid(payment.state) && held + kept > 0) found.push(`[P3] money on ${orderId}`);
    if (state.captured > state.reserved) found.push(`[P3] ${orderId} was captured twice`);
    if (state.captured !== payment.capturedAmount) found.push(`[P1] captured of ${orderId}`);
    if (state.refunded !== payment.refundedAmount) found.push(`[P1] refunded of ${orderId}`);
    const done = (await operationsOf(shop)).filter(
      (one) => one.reference === orderId && one.state === 'done',
    );
    const total = (kind: string) =>
      done.filter((one) => one.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
    if (total('capture') !== state.captured) found.push(`[P2] captures of ${orderId}`);
    if (total('refund') !== state.refunded) found.push(`[P2] refunds of ${orderId}`);
  }
  return found;
}

/** [P2] Every key that Vipps has seen was stored, and none is left pending. */
async function keyBreaches(shop: Shop): Promise<string[]> {
  const operations = await operationsOf(shop);
  const pending = operations.filter(({ state }) => state === 'pending');
  const stored = new Set(operations.map(({ reference, kind, key }) => `${kind} of ${reference}: ${key}`));
  const sent = shop.line.calls
    .filter(({ call }) => call === 'capture' || call === 'refund')
    .map(({ call, orderId, key }) => `${call} of ${orderId}: ${key}`);
  return [
    ...pending.map(({ key }) => `[P2] ${key} is still pending`),
    ...sent.filter((key) => !stored.has(key)).map((key) => `[P2] sent but not stored: ${key}`),
  ];
}

/** Calls of one kind about one order, in the order in which they were made. */
function streams(calls: readonly LoggedCall[]): LoggedCall[][] {
  return Object.values(Object.groupBy(calls, ({ call, orderId }) => `${call} ${orderId}`)).map(
    (all) => all ?? [],
  );
}

function tooManyBreaches(calls: readonly LoggedCall[]): string[] {
  const overLimit = streams(calls.filter(isCounted)).flatMap((stream) =>
    stream.filter((one, index) => {
      const earlier = stream[index - (limits[one.call] ?? 0)];
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
