// Carrying out a stored operation, with its stored key, until Vipps says what became of it (P2).
import type { Problem } from '../../contract/payments.ts';
import type { Store, StoredOperation } from '../../store/store.ts';
import type { PolledOrder } from '../../vipps/gateway.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import { isFinalNo } from '../../vipps/http/final-codes.ts';
import { problem } from '../payment/problems.ts';
import type { Payment, PaymentEvent } from '../payment/types.ts';
import { doneAs, wasDone } from './operation-outcome.ts';
import type { PollDeps, Poller } from './poll.ts';
import { adriftMs, describe, dueAt, lagMs, operationBackOff, putOff, type Schedule } from './schedule.ts';
import { callOf, createWrites } from './sent-calls.ts';

export type OperationRunnerDeps = PollDeps & {
  store: Store;
  poller: Poller;
  /** An operation has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/** Staff are told from this try on. */
const triesUntilDelayed = 3;

export function createOperationRunner(deps: OperationRunnerDeps) {
  const { store, ledger, clock, poller, log } = deps;
  const { gateway } = deps;
  const write = createWrites(deps);
  const now = () => clock.monotonicMs();

  async function settle({ reference, key }: StoredOperation, event: PaymentEvent): Promise<void> {
    await ledger.change(reference, event, { settled: { key, state: 'done' } });
  }

  async function pollNow(
    payment: Payment,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<PolledOrder | null> {
    const leftMs = schedule.poll.atMs - now();
    if (leftMs > 0) await clock.sleep(leftMs, signal);
    return poller.pollOnce(payment, schedule, signal);
  }

  async function call(
    payment: Payment,
    operation: StoredOperation,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<void> {
    const { key, kind, reference, amount: amountMinor } = operation;
    await write(reference, callOf[kind]);
    const shown = await gateway[kind](payment, { key, amountMinor }, signal);
    if (shown !== undefined) return settle(operation, doneAs(operation, shown));
    schedule.acceptedOperation = { key, untilMs: now() + lagMs };
    await seeDone(payment, operation, schedule, signal);
  }

  /**
   * [P1] Vipps accepts a release and a stop without a word about the money: they are done once a poll shows it.
   * @throws VippsUnavailable while none does; Vipps' answers lag.
   */
  async function seeDone(
    payment: Payment,
    operation: StoredOperation,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<void> {
    const seen = await pollNow(payment, schedule, signal);
    if (seen?.isOurs && wasDone(operation, seen)) return settle(operation, doneAs(operation, seen));
    const { key, kind } = operation;
    const where = { method: 'GET', path: `/${kind}`, requestId: key, outcome: 'unknown' } as const;
    throw new VippsUnavailable('it is accepted, and not shown yet', where);
  }

  const isAccepted = ({ key }: StoredOperation, { acceptedOperation }: Schedule) =>
    acceptedOperation?.key === key && now() < acceptedOperation.untilMs;

  /** Vipps said no. Whether that is so because it had been done before, only a poll tells. */
  async function refused(
    payment: Payment,
    operation: StoredOperation,
    schedule: Schedule,
    error: VippsRejected,
    signal: AbortSignal,
  ): Promise<void> {
    const { reference, key, kind } = operation;
    const seen = await pollNow(payment, schedule, signal);
    // Not knowing an order that was paid is no answer at all, nor is another system's.
    if (!seen?.isOurs) throw error;
    const doneKeys = seen.doneKeys ?? (await gateway.doneKeys(payment, signal));
    if (wasDone(operation, { ...seen, doneKeys })) {
      return settle(operation, doneAs(operation, seen));
    }
    // A try that nobody heard of may be on its way still, or be done and not be shown yet.
    if (now() < schedule.operationAdriftUntilMs) throw error;
    // What is being moved is in no total before it is settled; the outcome of a refused capture is what is captured.
    const take = async () => void (seen.capturedAmount > 0 && (await poller.take(reference, seen)));
    if (kind === 'capture') await take();
    const said: Problem = { code: `${kind}_failed`, message: error.reason };
    const settled = { key, state: 'refused' } as const;
    await ledger.change(reference, { type: `${kind}_refused`, problem: said }, { settled });
    if (kind !== 'capture') await take();
  }

  async function failed(operation: StoredOperation, schedule: Schedule, error: unknown): Promise<void> {
    const { reference, key, kind } = operation;
    log.warn({ reference, kind, ...describe(error) }, 'operation failed');
    schedule.operation.failures = Math.max(schedule.operation.failures, operation.failures);
    putOff(schedule.operation, operationBackOff, error, deps.random(), now());
    if (!certainlyNotDone(error)) schedule.operationAdriftUntilMs = now() + adriftMs;
    const failures = await store.countFailure(key);
    if (failures < triesUntilDelayed) return;
    await ledger.change(reference, { type: `${kind}_delayed`, problem: problem(`${kind}_delayed`) });
  }

  /** Tries once. What comes of it is in the store; when to try again is on the schedule. */
  return async (
    payment: Payment,
    operation: StoredOperation,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<void> => {
    try {
      const act = isAccepted(operation, schedule) ? seeDone : call;
      await act(payment, operation, schedule, signal).catch((error: unknown) => {
        if (!(error instanceof VippsRejected) || !isFinalNo(error)) throw error;
        return refused(payment, operation, schedule, error, signal);
      });
      schedule.operation = dueAt(now());
    } catch (error) {
      await failed(operation, schedule, error);
    } finally {
      deps.onTried(operation.key);
    }
  };
}
