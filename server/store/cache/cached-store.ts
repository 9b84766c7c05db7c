// The questions that every screen's poll and every poll of Vipps ask, answered without the database while nothing has changed in it.
import type { Payment } from '../../payments/payment/types.ts';
import type { AccessStore } from '../access-store.ts';
import type { Store, StoredOperation } from '../store.ts';
import { VersionedCache } from './versioned-cache.ts';

/**
 * @param writtenElsewhere a number that is another one after each write by another program, such as `npm run staff` beside a server:
 * what it took away counts at once.
 */
export function cachePayments(store: Store, writtenElsewhere: () => number): Store {
  const payments = new VersionedCache<Payment | null>(writtenElsewhere);
  const newest = new VersionedCache<Payment | null>(writtenElsewhere);
  const pending = new VersionedCache<StoredOperation | null>(writtenElsewhere);

  /** Also when it failed: whether it was written is not always known then. */
  function forget({ reference, till }: Payment): void {
    payments.forget(reference);
    pending.forget(reference);
    newest.forget(till);
  }

  return {
    ...store,
    find: (reference) => payments.get(reference, () => store.find(reference)),
    findNewest: (till) => newest.get(till, () => store.findNewest(till)),
    findPendingOperation: (reference) => pending.get(reference, () => store.findPendingOperation(reference)),
    create: (payment, entry, asked) => store.create(payment, entry, asked).finally(() => forget(payment)),
    commit: (change) =>
      store.commit(change).finally(() => {
        forget(change.payment);
        if (change.startedOver) forget(change.startedOver.payment);
      }),
    countFailure: (key) => store.countFailure(key).finally(() => pending.clear()),
    adopt: (units, otherwise) =>
      store.adopt(units, otherwise).finally(() => {
        payments.clear();
        newest.clear();
      }),
  };
}

/** Strangers can ask for as many tokens as they like: those that nobody has push nobody out. */
const isKnown = (found: object | null) => found !== null;

/** @param writtenElsewhere as of `cachePayments`. */
export function cacheAccess(store: AccessStore, writtenElsewhere: () => number): AccessStore {
  const sessions = new VersionedCache<Awaited<ReturnType<AccessStore['findSession']>>>(
    writtenElsewhere,
    isKnown,
  );
  const displays = new VersionedCache<Awaited<ReturnType<AccessStore['findDisplay']>>>(
    writtenElsewhere,
    isKnown,
  );
  const keys = new VersionedCache<Awaited<ReturnType<AccessStore['findKey']>>>(writtenElsewhere, isKnown);
  const forgetAll = () => {
    for (const kept of [sessions, displays, keys]) kept.clear();
  };
  const changing =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      call(...args).finally(forgetAll);

  return {
    ...store,
    findSession: (tokenHash) => sessions.get(tokenHash, () => store.findSession(tokenHash)),
    findDisplay: (tokenHash) => displays.get(tokenHash, () => store.findDisplay(tokenHash)),
    findKey: (tokenHash) => keys.get(tokenHash, () => store.findKey(tokenHash)),
    addStaff: changing(store.addStaff),
    setPin: changing(store.setPin),
    removeStaff: changing(store.removeStaff),
    openSession: changing(store.openSession),
    noteProof: changing(store.noteProof),
    noteActivity: (activities) =>
      store.noteActivity(activities).finally(() => {
        for (const { tokenHash } of activities) sessions.forget(tokenHash);
      }),
    lockSession: changing(store.lockSession),
    unlockSession: changing(store.unlockSession),
    endSession: changing(store.endSession),
    addDisplay: changing(store.addDisplay),
    removeDisplay: changing(store.removeDisplay),
    addKey: changing(store.addKey),
    rotateKey: changing(store.rotateKey),
    removeKey: changing(store.removeKey),
  };
}
