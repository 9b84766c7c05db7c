// Carrying out a stored capture or refund, with its stored key, until Vipps says what became of it (P2).
import type { Problem } from '../contract.ts';
import type { Store, StoredOperation } from '../store/store.ts';
import { VippsRejected } from '../vipps/errors.ts';
import type { Sight } from '../vipps/gateway.ts';
import { type Agenda, describe, operationBackOff, putOff } from './agenda.ts';
import type { LookDeps, Looks } from './looks.ts';
import type { Payment, PaymentEvent } from './payment.ts';
import { problem } from './problems.ts';

export type CarryOutDeps = LookDeps & {
  store: Store;
  looks: Looks;
  /** A capture or refund has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/** Staff are told from this try on. */
const triesUntilDelayed = 3;

/** Not Vipps' word on the question itself: credentials that do not work today, or a refusal by something in between. */
const saysNothing = ({ status, code }: VippsRejected) =>
  status === 401 || status === 403 || (code === null && (status === 404 || status === 409));

/**
 * Whether it had been carried out before it was refused. Money that is captured is captured, whoever did it; a refund of the same
 * amount that somebody made in the portal is not ours. Where Vipps tells no keys, the totals have to do.
 */
function wasDone(payment: Payment, { key, kind, amount }: StoredOperation, seen: Sight): boolean {
  if (kind === 'capture') return seen.capturedAmount >= payment.capturedAmount + amount;
  return seen.doneKeys?.includes(key) ?? seen.refundedAmount >= payment.refundedAmount + amount;
}

export function createCarryOut(deps: CarryOutDeps) {
  const { store, ledger, gateway, clock, looks, log } = deps;
  const now = () => clock.monotonicMs();

  /** @param total all that has been captured, or refunded, of the payment so far. */
  async function settle({ reference, key, kind }: StoredOperation, total: number): Promise<void> {
    const event: PaymentEvent =
      kind === 'capture'
        ? { type: 'captured', capturedAmount: total }
        : { type: 'refunded', refundedAmount: total };
    await ledger.change(reference, event, { settled: { key, state: 'done' } });
  }

  async function call(payment: Payment, operation: StoredOperation, signal: AbortSignal): Promise<void> {
    const { reference, key, kind, amount } = operation;
    const { currency } = payment.amount;
    const order = { reference, key, amountMinor: amount, currency, text: payment.text };
    if (kind === 'capture') await settle(operation, (await gateway.capture(order, signal)).capturedAmount);
    else await settle(operation, (await gateway.refund(order, signal)).refundedAmount);
  }

  /** Vipps said no. Whether that is so because it had been done before, only a look tells. */
  async function refused(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    error: VippsRejected,
    signal: AbortSignal,
  ): Promise<void> {
    await clock.sleep(Math.max(0, agenda.look.atMs - now()), signal);
    const { reference, key, kind } = operation;
    const seen = await looks.sight(reference, agenda, signal);
    // Not knowing an order that was paid is no answer at all.
    if (seen === null) throw error;
    if (wasDone(payment, operation, seen)) {
      return settle(operation, kind === 'capture' ? seen.capturedAmount : seen.refundedAmount);
    }
    if (seen.capturedAmount > 0) await looks.take(reference, seen);
    const said: Problem = { code: `${kind}_failed`, message: error.reason };
    const settled = { key, state: 'refused' } as const;
    await ledger.change(reference, { type: `${kind}_refused`, problem: said }, { settled });
  }

  async function failed(operation: StoredOperation, agenda: Agenda, error: unknown): Promise<void> {
    const { reference, key, kind } = operation;
    log.warn({ reference, kind, ...describe(error) }, 'operation failed');
    agenda.operation.failures = Math.max(agenda.operation.failures, operation.failures);
    putOff(agenda.operation, operationBackOff, error, deps.random(), now());
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
      await call(payment, operation, signal).catch((error: unknown) => {
        if (!(error instanceof VippsRejected) || saysNothing(error)) throw error;
        return refused(payment, operation, agenda, error, signal);
      });
      agenda.operation = { atMs: now(), failures: 0 };
    } catch (error) {
      await failed(operation, agenda, error);
    } finally {
      deps.onTried(operation.key);
    }
  };
}
