// What every store must give of a day, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payment } from '../payments/types.ts';
import { aPayment } from '../testing/payments.ts';
import type { Store, StoredOperation } from './store.ts';

const [fromMs, toMs] = [1_000_000, 2_000_000];

/** @param open gives an empty store. */
export function dayContract(open: () => Promise<Store>): void {
  describe('a day', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    async function create(reference: string, createdAtMs: number, bent: Partial<Payment> = {}) {
      const payment = aPayment({ reference, createdAtMs, state: 'approved', ...bent });
      const { version, state } = payment;
      await store.create(
        payment,
        { version, atMs: createdAtMs, event: 'created', state, by: null, detail: {} },
        null,
      );
      return payment;
    }

    async function operate(payment: Payment, bent: Partial<StoredOperation>, settled?: 'done' | 'refused') {
      const { reference, state } = payment;
      const key = `${bent.key ?? 'refund'}-${reference}`;
      const newOperation: StoredOperation = {
        reference,
        kind: 'refund',
        amount: 500,
        state: 'pending',
        asked: null,
        failures: 0,
        createdAtMs: fromMs,
        ...bent,
        key,
      };
      const next = (version: number) => ({
        payment: { ...payment, version },
        entry: { version, atMs: 0, event: 'refund', state, by: null, detail: {} } as const,
      });
      await store.commit({ ...next(payment.version + 1), newOperation });
      if (settled) await store.commit({ ...next(payment.version + 2), settled: { key, state: settled } });
    }

    const references = async () =>
      (await store.readDay(fromMs, toMs)).payments.map(({ reference }) => reference);

    it('has every payment of every till, the oldest first, the end exclusive', async () => {
      await create('till-1-before', fromMs - 1);
      await create('till-1-last', toMs - 1, { state: 'presented' });
      await create('till-2-first', fromMs, { till: '2', state: 'cancelled' });
      await create('till-1-after', toMs);
      expect(await references()).toEqual(['till-2-first', 'till-1-last']);
    });

    it('gives whole payments, and as many as there are', async () => {
      const payment = await create('till-1-one', fromMs, { capturedAmount: 24_900, problem: null });
      expect((await store.readDay(fromMs, toMs)).payments).toEqual([payment]);
      for (let number = 0; number < 130; number += 1) await create(`till-1-more-${number}`, fromMs + 1);
      expect(await references()).toHaveLength(131);
    });

    it('has the refunds that were carried out in it, also of earlier days', async () => {
      const today = await create('till-1-today', fromMs);
      const earlier = await create('till-2-earlier', 5, {
        till: '2',
        amount: { value: 9_000, currency: 'DKK' },
      });
      await operate(today, { amount: 700, createdAtMs: toMs - 1 }, 'done');
      await operate(earlier, { amount: 9_000, createdAtMs: fromMs }, 'done');
      expect((await store.readDay(fromMs, toMs)).refunds).toEqual([
        { reference: earlier.reference, till: '2', currency: 'DKK', amount: 9_000, createdAtMs: fromMs },
        { reference: today.reference, till: '1', currency: 'NOK', amount: 700, createdAtMs: toMs - 1 },
      ]);
    });

    it('[P8] has what is of one shop, if one is named', async () => {
      const ours = await create('till-1-ours', fromMs);
      const theirs = await create('till-2-theirs', fromMs, { till: '2', shop: 'bergen' });
      for (const payment of [ours, theirs]) await operate(payment, {}, 'done');
      const day = async (shop: string | null) => {
        const { payments, refunds } = await store.readDay(fromMs, toMs, shop);
        return [payments, refunds].map((list) => list.map(({ reference }) => reference));
      };
      expect(await day('bergen')).toEqual([['till-2-theirs'], ['till-2-theirs']]);
      expect(await day('shop')).toEqual([['till-1-ours'], ['till-1-ours']]);
      expect(await day('nowhere')).toEqual([[], []]);
      expect((await day(null)).map((list) => list.length)).toEqual([2, 2]);
    });

    it('has no refund of another day, none that is pending or was refused, and no capture', async () => {
      await operate(await create('till-1-a', fromMs), { createdAtMs: fromMs - 1 }, 'done');
      await operate(await create('till-1-b', fromMs), { createdAtMs: toMs }, 'done');
      await operate(await create('till-1-c', fromMs), {});
      await operate(await create('till-1-d', fromMs), {}, 'refused');
      await operate(await create('till-1-e', fromMs), { kind: 'capture' }, 'done');
      expect((await store.readDay(fromMs, toMs)).refunds).toEqual([]);
    });
  });
}
