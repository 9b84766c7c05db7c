// What every store must do, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { states } from '../../contract/payments.ts';
import type { Payment } from '../../payments/payment/types.ts';
import type { Change, Store, StoredHistoryEntry, StoredOperation } from '../../store/store.ts';
import { aPayment } from '../payments.ts';

const entry = (payment: Payment, bent: Partial<StoredHistoryEntry> = {}): StoredHistoryEntry => ({
  version: payment.version,
  atMs: payment.updatedAtMs,
  event: 'created',
  state: payment.state,
  by: null,
  detail: { why: 'a test' },
  ...bent,
});

const started = (bent: Partial<Payment> = {}) => aPayment({ state: 'started', version: 1, ...bent });

const next = (payment: Payment, bent: Partial<Payment>, more: Partial<Change> = {}): Change => {
  const changed = { ...payment, ...bent, version: payment.version + 1 };
  return { payment: changed, entry: entry(changed, { event: 'presented' }), ...more };
};

const operation = (bent: Partial<StoredOperation> = {}): StoredOperation => ({
  key: 'key-1',
  reference: aPayment().reference,
  kind: 'capture',
  amount: 24_900,
  before: 0,
  state: 'pending',
  asked: null,
  failures: 0,
  createdAtMs: 0,
  ...bent,
});

/** @param open gives an empty store. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const create = async (payment: Payment, key: string | null = null) =>
    store.create(payment, entry(payment), key === null ? null : { idempotencyKey: key, fingerprint: 'f' });

  describe('starting over', () => {
    const first = started({ reference: 'till-1-a' });
    const second = started({ reference: 'till-1-a-2' });
    const closing = () =>
      next(
        first,
        { state: 'closing', closingFor: 'start' },
        { startedOver: { payment: second, entry: entry(second) } },
      );

    it('[P4] begins the one in place of the other, and moves the Idempotency-Key to it', async () => {
      await create(first, 'k');
      expect(await store.commit(closing())).toBe(true);
      expect(await store.find('till-1-a-2')).toEqual(second);
      expect(await store.readHistory('till-1-a-2')).toEqual([entry(second)]);
      expect(await store.findByKey('1', 'k')).toEqual({ payment: second, fingerprint: 'f' });
      expect((await store.findNewest('1'))?.reference).toBe('till-1-a-2');
    });

    it('writes nothing at all when the first has changed meanwhile', async () => {
      await create(first, 'k');
      await store.commit(next(first, { state: 'closing' }));
      expect(await store.commit(closing())).toBe(false);
      expect(await store.find('till-1-a-2')).toBeNull();
      expect((await store.findByKey('1', 'k'))?.payment.reference).toBe('till-1-a');
    });
  });

  describe('counting and clocks', () => {
    it('[P2] counts the tries of an operation that came to nothing', async () => {
      const payment = started({ state: 'scanned' });
      await create(payment);
      await store.commit(next(payment, { state: 'approved' }, { newOperation: operation() }));
      expect([await store.countFailure('key-1'), await store.countFailure('key-1')]).toEqual([1, 2]);
      expect(await store.findPendingOperation(payment.reference)).toEqual(operation({ failures: 2 }));
      expect(await store.countFailure('none')).toBe(0);
    });

    it('keeps the first anchor of a boot, whatever the wall clock says later', async () => {
      expect(await store.anchorClock('boot-1', 1_795_423_921_090)).toBe(1_795_423_921_090);
      expect(await store.anchorClock('boot-1', 5)).toBe(1_795_423_921_090);
      expect(await store.anchorClock('boot-2', 5.4)).toBe(5);
    });
  });

  describe('creating', () => {
    it('keeps every field of a payment', async () => {
      const payment = started({
        text: 'Ærlig kaffe 🫖',
        problem: { code: 'declined', message: 'no' },
        endedBy: 'staff',
        lines: [{ name: 'Kaffe', quantity: 0.5, amount: { value: 1, currency: 'NOK' } }],
        closingFor: 'timeout',
        capture: 'failed',
        reservedAmount: 1,
        capturedAmount: 2,
        endedAtMs: 7,
        refundedAmount: 3,
        refundingAmount: 4,
        qrExpiresAtMs: 5,
        updatedAtMs: 1_795_423_921_090,
      });
      await create(payment);
      expect(await store.find(payment.reference)).toEqual(payment);
      expect(await store.readHistory(payment.reference)).toEqual([entry(payment)]);
    });

    it('[P12] keeps who did it, and that nobody did', async () => {
      const payment = started();
      const by = { kind: 'staff', name: 'Kari' } as const;
      await store.create(payment, entry(payment, { by }), null);
      await store.commit(next(payment, { state: 'presented' }));
      expect((await store.readHistory(payment.reference)).map((step) => step.by)).toEqual([by, null]);
    });

    for (const state of ['started', 'presented', 'scanned'] as const) {
      it(`[P4] refuses a second payment at a till while one is ${state}`, async () => {
        await create(started({ state }));
        expect(await create(started({ reference: 'till-1-second' }))).toBe('till_busy');
        expect(await store.find('till-1-second')).toBeNull();
        expect(await store.readHistory('till-1-second')).toEqual([]);
        expect(await create(started({ reference: 'till-2-first', till: '2' }))).toBe('created');
      });
    }

    for (const state of ['closing', 'approved', 'cancelled', 'expired', 'failed'] as const) {
      it(`lets the next payment begin once one is ${state}`, async () => {
        await create(started({ state }));
        expect(await create(started({ reference: 'till-1-second' }))).toBe('created');
      });
    }

    it('[P4] lets only one of two that begin at once through', async () => {
      const both = await Promise.all([create(started()), create(started({ reference: 'till-1-second' }))]);
      expect(both.sort()).toEqual(['created', 'till_busy']);
    });

    it('finds a payment by its Idempotency-Key, which is good once at a till', async () => {
      await create(started({ state: 'approved' }), 'once');
      expect(await create(started({ reference: 'till-1-second' }), 'once')).toBe('key_taken');
      expect(await create(started({ reference: 'till-2-first', till: '2' }), 'once')).toBe('created');
      const found = await store.findByKey('1', 'once');
      expect(found).toMatchObject({ fingerprint: 'f', payment: { reference: aPayment().reference } });
      expect(await store.findByKey('1', 'never')).toBeNull();
    });
  });

  describe('committing', () => {
    it('writes payment, history, image, operation and answer in one go', async () => {
      const payment = started();
      await create(payment);
      const image = { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') };
      const presented = { ...payment, state: 'presented' as const, version: 2 };
      const answer = { outcome: 'presented' as const, message: '', payment: presented };
      const change = next(payment, { state: 'presented' }, { image, newOperation: operation(), answer });
      expect(await store.commit(change)).toBe(true);
      expect(await store.find(payment.reference)).toEqual(change.payment);
      expect(await store.findImage(payment.reference)).toEqual(image);
      expect(await store.findOperation('key-1')).toEqual(operation());
      expect(await store.findPendingOperation(payment.reference)).toEqual(operation());
      expect(await store.findAnswer(payment.reference)).toEqual(answer);
      expect((await store.readHistory(payment.reference)).map((step) => step.version)).toEqual([1, 2]);
    });

    it('writes nothing when the payment has changed since it was read', async () => {
      const payment = started();
      await create(payment);
      expect(await store.commit(next(payment, { state: 'presented' }))).toBe(true);
      const stale = next(payment, { state: 'failed' }, { newOperation: operation() });
      expect(await store.commit(stale)).toBe(false);
      expect(await store.find(payment.reference)).toMatchObject({ state: 'presented', version: 2 });
      expect(await store.findOperation('key-1')).toBeNull();
      expect(await store.readHistory(payment.reference)).toHaveLength(2);
    });

    it('lets only one of two changes win, and leaves nothing of the other', async () => {
      const payment = started();
      await create(payment);
      const won = await Promise.all([
        store.commit(next(payment, { state: 'presented' })),
        store.commit(next(payment, { state: 'closing' })),
      ]);
      expect(won.sort()).toEqual([false, true]);
      expect(await store.readHistory(payment.reference)).toHaveLength(2);
    });

    it('[P2] refuses a second operation while one is pending, payment and all', async () => {
      const payment = started();
      await create(payment);
      const first = next(payment, { capture: 'pending' }, { newOperation: operation() });
      await store.commit(first);
      const second = next(
        first.payment,
        { capturedAmount: 1 },
        { newOperation: operation({ key: 'key-2' }) },
      );
      await expect(store.commit(second)).rejects.toThrow();
      expect(await store.find(payment.reference)).toMatchObject({ capturedAmount: 0, version: 2 });
    });

    it('settles an operation with the change that says so', async () => {
      const payment = started();
      await create(payment);
      const asked = { idempotencyKey: 'mine', fingerprint: 'g' };
      const first = next(payment, { capture: 'pending' }, { newOperation: operation({ asked }) });
      await store.commit(first);
      await store.commit(
        next(first.payment, { capture: 'captured' }, { settled: { key: 'key-1', state: 'done' } }),
      );
      expect(await store.findPendingOperation(payment.reference)).toBeNull();
      expect(await store.findOperationAsked(payment.reference, 'mine')).toMatchObject({
        state: 'done',
        asked,
      });
    });

    it('[P2] settles an operation and stores the one that follows it, together', async () => {
      const payment = started();
      await create(payment);
      const first = next(payment, { capture: 'pending' }, { newOperation: operation() });
      await store.commit(first);
      const follows = operation({ key: 'key-2', kind: 'release' });
      const settled = { key: 'key-1', state: 'done' } as const;
      await store.commit(next(first.payment, { capture: 'captured' }, { settled, newOperation: follows }));
      expect(await store.findOperation('key-1')).toMatchObject({ state: 'done' });
      expect(await store.findPendingOperation(payment.reference)).toEqual(follows);
    });

    it('[P4] throws the QR image away when it can no longer be paid', async () => {
      const payment = started();
      await create(payment);
      const image = { contentType: 'image/png', bytes: Buffer.from([1, 2, 3]) };
      const presented = next(payment, { state: 'presented' }, { image });
      await store.commit(presented);
      await store.commit(next(presented.payment, { state: 'closing' }));
      expect(await store.findImage(payment.reference)).toBeNull();
    });
  });

  describe('finding', () => {
    it('gives the newest payment of a till', async () => {
      expect(await store.findNewest('1')).toBeNull();
      await create(started({ state: 'approved', createdAtMs: 1_000 }));
      await create(started({ reference: 'till-1-newer', state: 'closing', createdAtMs: 2_000 }));
      await create(started({ reference: 'till-2-newest', till: '2', createdAtMs: 3_000 }));
      await create(started({ reference: 'till-1-clock-put-back', state: 'approved', createdAtMs: 500 }));
      expect(await store.findNewest('1')).toMatchObject({ reference: 'till-1-clock-put-back' });
    });

    it('[P10] gives every payment that is not over, or has an operation pending', async () => {
      for (const state of states) await create(started({ reference: `till-x-${state}`, till: state, state }));
      const paid = started({ reference: 'till-y-1', till: 'y', state: 'scanned' });
      await create(paid);
      const newOperation = operation({ reference: paid.reference });
      await store.commit(next(paid, { state: 'approved', capture: 'pending' }, { newOperation }));
      const unfinished = async () => (await store.findUnfinished()).map(({ reference }) => reference).sort();
      const open = ['till-x-closing', 'till-x-presented', 'till-x-scanned', 'till-x-started', 'till-y-1'];
      // A sale that Vipps refused to start has failed without ever closing.
      expect(await unfinished()).toEqual([
        'till-x-cancelled',
        ...open.slice(0, 1),
        'till-x-expired',
        ...open.slice(1),
      ]);
      for (const ended of ['cancelled', 'expired']) await store.endLatePolls(`till-x-${ended}`);
      expect(await unfinished()).toEqual(open);
      await create(started({ reference: 'till-x-lost', till: 'z', state: 'failed', closingFor: 'start' }));
      expect(await unfinished()).toContain('till-x-lost');
    });

    it('gives nothing for what is not there', async () => {
      expect(await store.find('none')).toBeNull();
      expect(await store.findImage('none')).toBeNull();
      expect(await store.findAnswer('none')).toBeNull();
      expect(await store.findOperation('none')).toBeNull();
      expect(await store.readHistory('none')).toEqual([]);
    });
  });
}
