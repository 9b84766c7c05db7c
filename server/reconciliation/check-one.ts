// One payment compared with what Vipps shows of it now: what customer service asks for.
import { LRUCache } from 'lru-cache';
import type { Check } from '../contract/reconciliation.ts';
import { SlowDown } from '../core/refusal.ts';
import { endedUnpaid } from '../payments/payment/late-money.ts';
import { isFinal } from '../payments/payment/transitions.ts';
import type { Payment } from '../payments/payment/types.ts';
import { toView } from '../payments/view.ts';
import type { Watch } from '../payments/watch/watch.ts';
import type { Store } from '../store/store.ts';
import { type EnterDeps, enterFound } from './found.ts';
import { type LookedUp, type LookUpDeps, lookUpAll } from './look-up.ts';
import { findingOf } from './report.ts';

export type CheckDeps = LookUpDeps & EnterDeps & { store: Store; watch: Pick<Watch, 'nudge'> };

export type CheckOne = (payment: Payment, gone: AbortSignal) => Promise<Check>;

/** An agreement that was entered late, which may have no money on it. */
const runsAfterItsEnd = ({ state }: Payment, looked: LookedUp | undefined): boolean =>
  endedUnpaid(state) && looked !== undefined && 'polled' in looked && looked.polled?.accepted === true;

/** [P5] However many people ask, Vipps is asked about a payment once a second. */
const everyMs = 1_000;
/** How many payments are remembered; who was asked about longest ago goes first. */
const mostRemembered = 1_000;

/**
 * @returns `checkOne`, which resolves with the payment as it is after the poll. One that is open is polled by its own watch, now.
 * @throws SlowDown within a second of the last time.
 */
export function createCheckOne({ store, watch, ...deps }: CheckDeps): CheckOne {
  const askedAtMs = new LRUCache<string, number>({ max: mostRemembered });

  function takeTurn(reference: string): void {
    const nowMs = deps.clock.monotonicMs();
    const sinceMs = nowMs - (askedAtMs.get(reference) ?? Number.NEGATIVE_INFINITY);
    if (sinceMs < everyMs) throw new SlowDown(everyMs - sinceMs);
    askedAtMs.set(reference, nowMs);
  }

  return async (payment, gone) => {
    const { reference } = payment;
    takeTurn(reference);
    if (!isFinal(payment.state)) watch.nudge(reference);
    const looked = isFinal(payment.state)
      ? await lookUpAll([payment], deps, gone)
      : new Map<string, LookedUp>();
    const now = (await store.find(reference)) ?? payment;
    const finding = findingOf(now, looked.get(reference));
    // [P3] The watch looks for itself, and gives back what it finds.
    const isLate = finding.differences.some(({ code }) => code === 'late_money');
    if (isLate || runsAfterItsEnd(now, looked.get(reference))) watch.nudge(reference);
    await enterFound(now, looked.get(reference), { ...deps, store });
    const after = (await store.find(reference)) ?? now;
    return { payment: toView(after, deps.clock), ...finding };
  };
}
