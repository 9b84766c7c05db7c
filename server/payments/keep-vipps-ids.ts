// Keeps beside a payment what Vipps calls it, and what it calls the calls about it that failed: its support asks for nothing else.
import type { Logger } from 'pino';
import type { VippsId } from '../contract/payments.ts';
import type { Clock } from '../core/clock.ts';
import type { VippsIdStore } from '../store/vipps-id-store.ts';
import { causesOf, type Gateway, type Order, ReferenceTaken } from '../vipps/gateway.ts';
import { isVippsError } from '../vipps/http/errors.ts';

/** Of one kind of call about one payment: an outage must not fill the disk. */
const most = 5;
/** Payments of which it is remembered what has been kept, more than are ever open at once; the oldest go first. */
const mostRemembered = 10_000;

type About = VippsId['about'];
type VersionedCache = Map<string, Map<About, Set<string>>>;

/** @returns whether an id is one to store: new to us, and not one too many. */
function isWorthKeeping(kept: VersionedCache, reference: string, about: About, id: string): boolean {
  const ofPayment = kept.get(reference) ?? new Map<About, Set<string>>();
  const ids = ofPayment.get(about) ?? new Set();
  kept.set(reference, ofPayment.set(about, ids));
  const [oldest = ''] = kept.keys();
  if (kept.size > mostRemembered) kept.delete(oldest);
  if (ids.has(id) || ids.size >= most) return false;
  ids.add(id);
  return true;
}

/** The id that Vipps gave a failed call, or the one that led to its failure. */
const traceIn = (error: unknown) =>
  causesOf(error instanceof ReferenceTaken ? error.cause : error)
    .filter(isVippsError)
    .map(({ trace }) => trace)
    .find((trace) => trace !== null);

export type KeepDeps = { vippsIds: VippsIdStore; clock: Pick<Clock, 'nowMs'>; log: Logger };

/** @returns the same gateway; what it tells of ids is stored on the way. A database that cannot be written hinders no call. */
export function keepVippsIds(gateway: Gateway, { vippsIds, clock, log }: KeepDeps): Gateway {
  const kept: VersionedCache = new Map();

  async function keep({ reference }: Order, about: About, id: string | null | undefined): Promise<void> {
    if (!id || !isWorthKeeping(kept, reference, about, id)) return;
    try {
      await vippsIds.keepVippsId(reference, { about, id, atMs: clock.nowMs() }, most);
    } catch (error) {
      kept.get(reference)?.get(about)?.delete(id);
      log.warn({ reference, err: error }, 'an id of Vipps MobilePay could not be stored');
    }
  }

  async function following<T>(order: Order, about: About, call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      await keep(order, about, traceIn(error));
      throw error;
    }
  }

  /** As `following`; where the answer says what Vipps calls the payment, that is kept, too. */
  async function naming<T extends { pspReference?: string } | null>(
    order: Order,
    about: About,
    call: Promise<T>,
  ) {
    const answer = await following(order, about, call);
    await keep(order, 'payment', answer?.pspReference);
    return answer;
  }

  return {
    start: (order, signal) => following(order, 'start', gateway.start(order, signal)),
    poll: (order, signal) => naming(order, 'look', gateway.poll(order, signal)),
    doneKeys: (order, signal) => following(order, 'look', gateway.doneKeys(order, signal)),
    cancel: (order, ...rest) => following(order, 'cancel', gateway.cancel(order, ...rest)),
    capture: (order, ...rest) => naming(order, 'capture', gateway.capture(order, ...rest)),
    refund: (order, ...rest) => naming(order, 'refund', gateway.refund(order, ...rest)),
    release: (order, ...rest) => following(order, 'release', gateway.release(order, ...rest)),
    stop: (order, ...rest) => following(order, 'stop', gateway.stop(order, ...rest)),
    sendReceipt: (order, signal) => following(order, 'receipt', gateway.sendReceipt(order, signal)),
  };
}
