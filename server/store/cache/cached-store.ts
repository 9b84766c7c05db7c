// The questions that every poll and every look ask, answered without the database while nothing has changed in it.
import type { Payment } from '../../payments/payment/types.ts';
import type { AccessStore } from '../access-store.ts';
import type { Store, StoredOperation } from '../store.ts';
import { Kept } from './versioned-cache.ts';

/**
 * @param writtenElsewhere a number that is another one after each write by another program, such as `npm run staff` beside a server:
 * what it took away counts at once.
 */
export function rememberPayments(store: Store, writtenElsewhere: () => number): Store {
  const payments = new Kept<Payment | null>(writtenElsewhere);
  const newest = new Kept<Payment | null>(writtenElsewhere);
  const pending = new Kept<StoredOperation | null>(writtenElsewhere);

  /** Also when it failed: whether it was written is not always known then. */
  function changes({ reference, till }: Payment): void {
    payments.forget(reference);
    pending.forget(reference);
    newest.forget(till);
  }

  return {
    ...store,
    find: (reference) => payments.get(reference, () => store.find(reference)),
    findNewest: (till) => newest.get(till, () => store.findNewest(till)),
    findPendingOperation: (reference) => pending.get(reference, () => store.findPendingOperation(reference)),
    create: (payment, entry, asked) => store.create(payment, entry, asked).finally(() => changes(payment)),
    commit: (change) =>
      store.commit(change).finally(() => {
        changes(change.payment);
        if (change.startedOver) changes(change.startedOver.payment);
      }),
    countFailure: (key) => store.countFailure(key).finally(() => pending.clear()),
    adopt: (units, otherwise) =>
      store.adopt(units, otherwise).finally(() => {
        payments.clear();
        newest.clear();
      }),
  };
}

export type RememberedAccess = AccessStore & {
  /** A number that is another one after anything was written by which people, displays or keys are known, here or elsewhere. */
  changes(): number;
};

/** @param writtenElsewhere as of `rememberPayments`. */
export function rememberAccess(store: AccessStore, writtenElsewhere: () => number): RememberedAccess {
  const sessions = new Kept<Awaited<ReturnType<AccessStore['findSession']>>>(writtenElsewhere);
  const displays = new Kept<Awaited<ReturnType<AccessStore['findDisplay']>>>(writtenElsewhere);
  const keys = new Kept<Awaited<ReturnType<AccessStore['findKey']>>>(writtenElsewhere);
  let changes = 0;
  let version = writtenElsewhere();
  const forgetAll = () => {
    changes += 1;
    for (const kept of [sessions, displays, keys]) kept.clear();
  };
  const changing =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      call(...args).finally(forgetAll);

  return {
    ...store,
    changes() {
      const now = writtenElsewhere();
      if (now !== version) changes += 1;
      version = now;
      return changes;
    },
    findSession: (tokenHash) => sessions.get(tokenHash, () => store.findSession(tokenHash)),
    findDisplay: (tokenHash) => displays.get(tokenHash, () => store.findDisplay(tokenHash)),
    findKey: (tokenHash) => keys.get(tokenHash, () => store.findKey(tokenHash)),
    addStaff: changing(store.addStaff),
    setPin: changing(store.setPin),
    removeStaff: changing(store.removeStaff),
    openSession: changing(store.openSession),
    endSession: changing(store.endSession),
    addDisplay: changing(store.addDisplay),
    removeDisplay: changing(store.removeDisplay),
    addKey: changing(store.addKey),
    removeKey: changing(store.removeKey),
  };
}
