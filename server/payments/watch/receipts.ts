// Telling Vipps what was bought, once it is paid. Nothing depends on it: after a few tries it is left alone.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../store/store.ts';
import type { Gateway } from '../../vipps/gateway.ts';
import { VippsRejected } from '../../vipps/http/errors.ts';
import type { Ledger } from '../ledger.ts';
import { linesRefused } from '../payment/problems.ts';
import type { Payment } from '../payment/types.ts';
import { type BackOff, describe, putOff, type Schedule } from './schedule.ts';

const backOff: BackOff = { firstMs: 2_000, mostMs: 60_000 };
const mostTries = 6;

export type ReceiptDeps = {
  store: Store;
  ledger: Ledger;
  gateway: Gateway;
  clock: Clock;
  random: () => number;
  log: Logger;
};

/** Credentials that do not work today, or a refusal by something in between, may pass. */
const mayPass = ({ status, code }: VippsRejected) =>
  status === 401 || status === 403 || (code === null && (status === 404 || status === 409));
const isFinalNo = (error: unknown): error is VippsRejected =>
  error instanceof VippsRejected && !mayPass(error);

/** @returns `sendReceipt`, which resolves with when to come back, by the monotonic clock; null when there is nothing to send. */
export function createReceipts({ store, ledger, gateway, clock, random, log }: ReceiptDeps) {
  return async (payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<number | null> => {
    const { reference } = payment;
    const { receipt } = schedule;
    if (!(await store.isReceiptDue(reference))) return null;
    if (clock.monotonicMs() < receipt.atMs) return receipt.atMs;
    try {
      await gateway.sendReceipt(payment, signal);
    } catch (error) {
      log.warn({ reference, ...describe(error) }, 'order lines');
      if (signal.aborted) return null;
      putOff(receipt, backOff, error, random(), clock.monotonicMs());
      if (!isFinalNo(error) && receipt.failures < mostTries) return receipt.atMs;
      if (isFinalNo(error))
        await ledger.change(reference, { type: 'lines_refused', problem: linesRefused(error.reason) });
    }
    await store.endReceipt(reference);
    return null;
  };
}
