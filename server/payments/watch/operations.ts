// Carrying out a stored operation, with its stored key, until Vipps says what became of it (P2).
import type { Problem } from '../../contract/payments.ts';
import type { Store, StoredOperation } from '../../store/store.ts';
import type { Sight } from '../../vipps/gateway.ts';
import { certainlyNotDone, VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import { isFinalNo } from '../../vipps/http/final-codes.ts';
import { problem } from '../payment/problems.ts';
import type { Payment, PaymentEvent } from '../payment/types.ts';
import { doneAs, wasDone } from './operation-outcome.ts';
import type { LookDeps, Looks } from './poll.ts';
import { type Agenda, adriftMs, describe, dueAt, lagMs, operationBackOff, putOff } from './schedule.ts';
import { callOf, createWrites } from './sent-calls.ts';

export type CarryOutDeps = LookDeps & {
  store: Store;
  looks: Looks;
  /** An operation has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/** Staff are told from this try on. */
const triesUntilDelayed = 3;

export function createCarryOut(deps: CarryOutDeps) {
  const { store, ledger, clock, looks, log } = deps;
  const { gateway } = deps;
  const write = createWrites(deps);
  const now = () => clock.monotonicMs();

  async function settle({ reference, key }: StoredOperation, event: PaymentEvent): Promise<void> {
    await ledger.change(reference, event, { settled: { key, state: 'done' } });
  }

  async function lookNow(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<Sight | null> {
    const leftMs = agenda.look.atMs - now();
    if (leftMs > 0) await clock.sleep(leftMs, signal);
    return looks.sight(payment, agenda, signal);
  }

  async function call(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    signal: AbortSignal,
  ): Promise<void> {
    const { key, kind, reference, amount: amountMinor } = operation;
    await write(reference, callOf[kind]);
    const shown = await gateway[kind](payment, { key, amountMinor }, signal);
    if (shown !== undefined) return settle(operation, doneAs(operation, shown));
    agenda.acceptedOperation = { key, untilMs: now() + lagMs };
    await seeDone(payment, operation, agenda, signal);
  }

  /**
   * [P1] Vipps accepts a release and a stop without a word about the money: they are done once a look shows it.
   * @throws VippsUnavailable while none does; Vipps' answers lag.
   */
  async function seeDone(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    signal: AbortSignal,
  ): Promise<void> {
    const seen = await lookNow(payment, agenda, signal);
    if (seen?.isOurs && wasDone(operation, seen)) return settle(operation, doneAs(operation, seen));
    const { key, kind } = operation;
    const where = { method: 'GET', path: `/${kind}`, requestId: key, outcome: 'unknown' } as const;
    throw new VippsUnavailable('it is accepted, and not shown yet', where);
  }

  const isAccepted = ({ key }: StoredOperation, { acceptedOperation }: Agenda) =>
    acceptedOperation?.key === key && now() < acceptedOperation.untilMs;

  /** Vipps said no. Whether that is so because it had been done before, only a look tells. */
  async function refused(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    error: VippsRejected,
    signal: AbortSignal,
  ): Promise<void> {
    const { reference, key, kind } = operation;
    const seen = await lookNow(payment, agenda, signal);
    // Not knowing an order that was paid is no answer at all, nor is another system's.
    if (!seen?.isOurs) throw error;
    const doneKeys = seen.doneKeys ?? (await gateway.doneKeys(payment, signal));
    if (wasDone(operation, { ...seen, doneKeys })) {
      return settle(operation, doneAs(operation, seen));
    }
    // A try that nobody heard of may be on its way still, or be done and not be shown yet.
    if (now() < agenda.operationAdriftUntilMs) throw error;
    // What is being moved is in no total before it is settled; the outcome of a refused capture is what is captured.
    const take = async () => void (seen.capturedAmount > 0 && (await looks.take(reference, seen)));
    if (kind === 'capture') await take();
    const said: Problem = { code: `${kind}_failed`, message: error.reason };
    const settled = { key, state: 'refused' } as const;
    await ledger.change(reference, { type: `${kind}_refused`, problem: said }, { settled });
    if (kind !== 'capture') await take();
  }

  async function failed(operation: StoredOperation, agenda: Agenda, error: unknown): Promise<void> {
    const { reference, key, kind } = operation;
    log.warn({ reference, kind, ...describe(error) }, 'operation failed');
    agenda.operation.failures = Math.max(agenda.operation.failures, operation.failures);
    putOff(agenda.operation, operationBackOff, error, deps.random(), now());
    if (!certainlyNotDone(error)) agenda.operationAdriftUntilMs = now() + adriftMs;
    const failures = await store.countFailure(key);
    if (failures < triesUntilDelayed) return;
    await ledger.change(reference, { type: `${kind}_delayed`, problem: problem(`${kind}_delayed`) });
  }

  /** Tries once. What comes of it is in the store; when to try again is on the agenda. */
  return async (
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    signal: AbortSignal,
  ): Promise<void> => {
    try {
      const act = isAccepted(operation, agenda) ? seeDone : call;
      await act(payment, operation, agenda, signal).catch((error: unknown) => {
        if (!(error instanceof VippsRejected) || !isFinalNo(error)) throw error;
        return refused(payment, operation, agenda, error, signal);
      });
      agenda.operation = dueAt(now());
    } catch (error) {
      await failed(operation, agenda, error);
    } finally {
      deps.onTried(operation.key);
    }
  };
}
