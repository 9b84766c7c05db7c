// One way to sell, tried out as a till would do it: started, its code fetched, looked at, and cancelled.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import {
  causesOf,
  type Gateway,
  type Order,
  type PolledOrder,
  ReferenceTaken,
  StartUnfinished,
} from '../vipps/gateway.ts';
import { certainlyNotDone, isVippsError } from '../vipps/http/errors.ts';
import type { Heard, Witness } from './witness.ts';

/** What went wrong, and what the line had heard last. */
export type Failure = { error: unknown; heard: Heard | null };

export type Outcome = {
  /** Null when it all worked. */
  failure: Failure | null;
  /**
   * Whether anything is left at Vipps that could be paid. `not_cancelled`: its cancel was not accepted. `unnamed`: it may be there, and
   * Vipps has not said what it is called.
   */
  left: 'nothing' | 'not_cancelled' | 'unnamed';
};

type Deps = { gateway: Gateway; witness: Witness; clock: Pick<Clock, 'sleep'> };

/** Between tries of a cancel, of which Vipps takes 5 a minute. */
const cancelPausesMs = [0, 2_000, 5_000, 10_000];

function failureOf(thrown: unknown, witness: Witness): Failure {
  const error = thrown instanceof ReferenceTaken ? thrown.cause : thrown;
  if (![...causesOf(error)].some(isVippsError)) throw error;
  return { error, heard: witness.last() };
}

/**
 * @param mayBeAbsent whether it is not known that the order is there: one that has not turned up by the last try never was.
 * @returns whether Vipps has accepted that the order is over, or shows that nobody can pay it.
 */
async function close(order: Order, mayBeAbsent: boolean, { gateway, clock }: Deps): Promise<boolean> {
  let seen: PolledOrder | null | undefined;
  for (const pauseMs of cancelPausesMs) {
    await clock.sleep(pauseMs);
    try {
      // Each is an intent of its own: a key that was answered would be answered the same.
      await gateway.cancel(order, randomUUID());
      return true;
    } catch (error) {
      if (!isVippsError(error)) throw error;
    }
    seen = await gateway.poll(order).catch(() => undefined);
    if (seen?.cancelled || seen?.expired) return true;
  }
  return mayBeAbsent && seen === null;
}

/** The order with the name that Vipps has for it, where the API gives it one. */
function named(order: Order, agreement: { id: string; chargeId: string | null } | null | undefined): Order {
  return order.agreement === null || !agreement
    ? order
    : { ...order, agreement: { ...order.agreement, ...agreement } };
}

/**
 * @param signal gives up starting; what was started is closed all the same.
 * @throws faults of ours only.
 */
export async function tryOut(order: Order, deps: Deps, signal: AbortSignal): Promise<Outcome> {
  const { gateway, witness } = deps;
  let failure: Failure | null = null;
  let started = order;
  let isThere: boolean | null = null;
  try {
    started = named(order, (await gateway.start(order, signal)).agreement);
    isThere = true;
    await gateway.poll(started, signal);
  } catch (error) {
    failure = failureOf(error, witness);
    if (isThere === null && isVippsError(error) && certainlyNotDone(error))
      return { failure, left: 'nothing' };
    if (error instanceof StartUnfinished) started = named(order, error.agreement);
  }
  if (started.agreement?.id === null) return { failure, left: 'unnamed' };
  const isOver = await close(started, isThere === null, deps);
  return { failure, left: isOver ? 'nothing' : 'not_cancelled' };
}
