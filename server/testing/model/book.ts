// A store whose every commit is held against the rules, and written down a second time.
import type { Payment } from '../../payments/payment/types.ts';
import type { Change, Store, StoredOperation } from '../../store/store.ts';
import { createChangeChecks } from './changes.ts';
import { checkTill, rule } from './rules.ts';
import type { ModelVipps } from './vipps/vipps.ts';

export type Book = {
  store: Store;
  /** As the commits had them; the oldest first. */
  payments: Map<string, Payment>;
  operations: Map<string, StoredOperation>;
  /** Each event that was committed, with the state that it led to; and each state, with its problem. */
  reached: Set<string>;
  /** Staff were told that this payment is being cancelled. */
  cancelGranted(reference: string): void;
};

/** @param onBroken told of a rule that a commit breaks: the till would take an error for a fault of the database. */
export function keepBook(
  inner: Store,
  vipps: ModelVipps,
  steadyMs: () => number,
  onBroken: (error: unknown) => void,
): Book {
  const payments = new Map<string, Payment>();
  const operations = new Map<string, StoredOperation>();
  const reached = new Set<string>();
  const checks = createChangeChecks(vipps, steadyMs);

  function write({ payment: after, newOperation, settled, startedOver, entry }: Change): void {
    const { reference } = after;
    const before = payments.get(reference);
    rule(before !== undefined, '[P2] what changes was stored', after);
    const superseded = [...payments.keys()].at(-1) !== reference;
    checks.check({
      before,
      after,
      order: newOperation ?? null,
      superseded,
      isWish: entry.event === 'refund' || entry.event === 'capture',
    });
    payments.set(reference, after);
    if (startedOver) payments.set(startedOver.payment.reference, startedOver.payment);
    if (newOperation) operations.set(newOperation.key, newOperation);
    const operation = settled && operations.get(settled.key);
    if (operation) operations.set(operation.key, { ...operation, state: settled.state });
    reached
      .add(`${entry.event} ${entry.state}`)
      .add(`${after.state} ${after.problem?.code ?? 'without a problem'}`);
    if (after.capturedAmount > 0 && after.releasedAmount > 0) reached.add('released in part');
    checkTill([...payments.values()], [...operations.values()]);
  }

  const store: Store = {
    ...inner,
    async create(payment, entry, asked) {
      const outcome = await inner.create(payment, entry, asked);
      if (outcome === 'created') payments.set(payment.reference, payment);
      return outcome;
    },
    async commit(change) {
      const isDone = await inner.commit(change);
      try {
        if (isDone) write(change);
      } catch (error) {
        onBroken(error);
      }
      return isDone;
    },
  };
  return { store, payments, operations, reached, cancelGranted: checks.cancelGranted };
}
