// Asking Vipps about every payment of a day, a handful at a time, without waiting for ever.
import type { Logger } from 'pino';
import type { Unchecked } from '../contract/reconciliation.ts';
import type { Clock } from '../core/clock.ts';
import type { Payment } from '../payments/payment/types.ts';
import { describe } from '../payments/watch/schedule.ts';
import type { Gateway, PolledOrder } from '../vipps/gateway.ts';
import { isVippsError, VippsRejected } from '../vipps/http/errors.ts';

export type LookUpDeps = { gateway: Gateway; clock: Clock; log: Logger };

/** What came of asking about a payment as it was at `version`; `sight` is null when Vipps does not know the order. */
export type LookedUp = { version: number } & ({ polled: PolledOrder | null } | { unchecked: Unchecked });

/** At most this many looks are under way, so that the tills hardly notice. */
export const pollsAtOnce = 5;
/** So many failures in a row mean that the next will fail, too. */
const failuresToGiveUp = 5;
/** Somebody is waiting for the report. */
export const patienceMs = 90_000;

const gaveUp: Unchecked = {
  code: 'not_asked',
  message: 'Not asked: several questions to Vipps MobilePay in a row had failed before.',
};
const ranOutOfTime: Unchecked = { code: 'not_asked', message: 'Not asked: there was no time left.' };

function uncheckedBecause(error: unknown): Unchecked {
  if (error instanceof VippsRejected) {
    return { code: 'vipps_rejected', message: `Vipps MobilePay refused to answer: ${error.reason}` };
  }
  return { code: 'vipps_unavailable', message: 'Vipps MobilePay did not answer.' };
}

/**
 * @param gone once it aborts, no further question is asked; what is returned then is not whole.
 * @returns what came of each payment, by reference.
 * @throws what is not a failure of Vipps.
 */
export async function lookUpAll(
  payments: readonly Payment[],
  { gateway, clock, log }: LookUpDeps,
  gone: AbortSignal,
): Promise<Map<string, LookedUp>> {
  const found = new Map<string, LookedUp>();
  const untilMs = clock.monotonicMs() + patienceMs;
  const fault = new AbortController();
  const stop = AbortSignal.any([gone, fault.signal]);
  let failures = 0;

  async function lookUp(payment: Payment): Promise<LookedUp> {
    const { reference, version } = payment;
    if (failures >= failuresToGiveUp) return { version, unchecked: gaveUp };
    if (clock.monotonicMs() >= untilMs) return { version, unchecked: ranOutOfTime };
    try {
      const seen = await gateway.poll(payment, stop);
      failures = 0;
      // [P11] Another system's order is none of ours, whatever is on it.
      return { version, polled: seen?.isOurs ? seen : null };
    } catch (error) {
      if (!isVippsError(error)) throw error;
      failures += 1;
      if (!stop.aborted) log.warn({ reference, ...describe(error) }, 'look failed');
      return { version, unchecked: uncheckedBecause(error) };
    }
  }

  const queue = payments.values();
  async function work(): Promise<void> {
    for (const payment of queue) {
      if (stop.aborted) return;
      found.set(payment.reference, await lookUp(payment));
    }
  }
  await Promise.all(Array.from({ length: pollsAtOnce }, work)).finally(() => fault.abort());
  return found;
}
