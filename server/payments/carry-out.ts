// Carrying out a stored operation, with its stored key, until Vipps says what became of it (P2).
import type { Problem } from '../contract.ts';
import type { Store, StoredOperation } from '../store/store.ts';
import { VippsRejected } from '../vipps/errors.ts';
import type { Gateway, Operation, Sight } from '../vipps/gateway.ts';
import { type Agenda, describe, operationBackOff, putOff } from './agenda.ts';
import type { LookDeps, Looks } from './looks.ts';
import { problem } from './problems.ts';
import type { Payment, PaymentEvent } from './types.ts';

export type CarryOutDeps = LookDeps & {
  store: Store;
  looks: Looks;
  /** An operation has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/** Staff are told from this try on. */
const triesUntilDelayed = 3;

/** Not Vipps' word on the question itself: credentials that do not work today, or a refusal by something in between. */
export const saysNothing = ({ status, code }: VippsRejected) =>
  status === 401 || status === 403 || (code === null && (status === 404 || status === 409));

/**
 * Whether it had been carried out before it was refused. Money that is captured is captured, whoever did it; a refund of the same
 * amount that somebody made in the portal is not ours. Where Vipps tells no keys, the totals have to do.
 */
function wasDone(payment: Payment, { key, kind, amount }: StoredOperation, seen: Sight): boolean {
  if (kind === 'capture') return seen.capturedAmount >= payment.capturedAmount + amount;
  if (kind === 'release') return seen.cancelled || seen.releasedAmount >= payment.releasedAmount + amount;
  if (kind === 'stop') return !seen.accepted;
  return seen.doneKeys?.includes(key) ?? seen.refundedAmount >= payment.refundedAmount + amount;
}

/** What is said to the payment of an operation that a look shows to be done. */
function doneBefore(kind: StoredOperation['kind'], seen: Sight): PaymentEvent {
  const events = {
    capture: { type: 'captured', capturedAmount: seen.capturedAmount },
    refund: { type: 'refunded', refundedAmount: seen.refundedAmount },
    release: { type: 'given_back' },
    stop: { type: 'stopped' },
  } as const;
  return events[kind];
}

type CarriedOut = (payment: Payment, operation: Operation, signal: AbortSignal) => Promise<PaymentEvent>;

/** Each kind's call to Vipps, and what its success says to the payment. */
const callsOf = (gateway: Gateway): Record<StoredOperation['kind'], CarriedOut> => ({
  capture: async (...call) => ({ type: 'captured', ...(await gateway.capture(...call)) }),
  refund: async (...call) => ({ type: 'refunded', ...(await gateway.refund(...call)) }),
  release: async (...call) => {
    await gateway.release(...call);
    return { type: 'given_back' };
  },
  stop: async (...call) => {
    await gateway.stop(...call);
    return { type: 'stopped' };
  },
});

export function createCarryOut(deps: CarryOutDeps) {
  const { store, ledger, clock, looks, log } = deps;
  const carriedOut = callsOf(deps.gateway);
  const now = () => clock.monotonicMs();

  async function settle({ reference, key }: StoredOperation, event: PaymentEvent): Promise<void> {
    await ledger.change(reference, event, { settled: { key, state: 'done' } });
  }

  async function call(payment: Payment, operation: StoredOperation, signal: AbortSignal): Promise<void> {
    const { key, kind, amount: amountMinor } = operation;
    await settle(operation, await carriedOut[kind](payment, { key, amountMinor }, signal));
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
    const seen = await looks.sight(payment, agenda, signal);
    // Not knowing an order that was paid is no answer at all, nor is another system's.
    if (!seen?.isOurs) throw error;
    if (wasDone(payment, operation, seen)) {
      return settle(operation, doneBefore(kind, seen));
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
