// What every store must give of a day, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Movement, Payment } from '../../payments/payment/types.ts';
import type { Store } from '../../store/store.ts';
import { aPayment } from '../payments.ts';

const [fromMs, toMs] = [1_000_000, 2_000_000];
const day = { fromMs, toMs };
const next = { fromMs: toMs, toMs: 3_000_000 };

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

    /** Money moves on a payment. @returns it as it is then. */
    async function move(before: Payment, atMs: number, movements: Partial<Movement>[], bent = {}) {
      const payment = { ...before, ...bent, version: before.version + 1 };
      const { version, state } = payment;
      const all = movements.map((one): Movement => ({ kind: 'refunded', amount: 500, found: false, ...one }));
      const entry = { version, atMs, event: 'refunded', state, by: null, detail: {} } as const;
      expect(await store.commit({ payment, entry, movements: all })).toBe(true);
      return payment;
    }

    /** Of a day that is not over. */
    const read = (of = day, shop = 'shop') => store.readDay(shop, of, of.fromMs);
    const references = async (of = day) => (await read(of)).payments.map(({ reference }) => reference);

    it('has every payment of every till, the oldest first, the end exclusive', async () => {
      await create('till-1-before', fromMs - 1);
      await create('till-1-last', toMs - 1, { state: 'presented' });
      await create('till-2-first', fromMs, { till: '2', state: 'cancelled' });
      await create('till-1-after', toMs);
      expect(await references()).toEqual(['till-2-first', 'till-1-last']);
    });

    it('gives whole payments, and as many as there are', async () => {
      const payment = await create('till-1-one', fromMs, { capturedAmount: 24_900, problem: null });
      expect((await read()).payments).toEqual([payment]);
      for (let number = 0; number < 130; number += 1) await create(`till-1-more-${number}`, fromMs + 1);
      expect(await references()).toHaveLength(131);
    });

    it('has what money did in it, also on payments of earlier days, which it has, too', async () => {
      const earlier = await create('till-2-earlier', 5, { till: '2', amount: { value: 9, currency: 'DKK' } });
      const today = await create('till-1-today', fromMs);
      await move(today, toMs - 1, [{ amount: 700 }]);
      await move(earlier, fromMs, [
        { kind: 'approved', amount: 9 },
        { kind: 'captured', amount: 9, found: true },
      ]);
      const { movements } = await read();
      const of = { reference: earlier.reference, till: '2', currency: 'DKK', text: 'Coffee', createdAtMs: 5 };
      expect(movements).toEqual([
        { ...of, kind: 'approved', amount: 9, found: false, atMs: fromMs },
        { ...of, kind: 'captured', amount: 9, found: true, atMs: fromMs },
        expect.objectContaining({ reference: today.reference, amount: 700, atMs: toMs - 1 }),
      ]);
      expect(await references()).toEqual([earlier.reference, today.reference]);
    });

    it('has nothing that money did before or after', async () => {
      const payment = await create('till-1-a', fromMs);
      await move(await move(payment, fromMs - 1, [{}]), toMs, [{}]);
      expect((await read()).movements).toEqual([]);
      expect((await read(next)).movements).toMatchObject([{ atMs: toMs }]);
    });

    it('once it was over and read never changes: what is stored then is on the next', async () => {
      const payment = await create('till-1-a', fromMs);
      const before = await move(payment, toMs - 1, [{ amount: 1 }]);
      const closed = await store.readDay('shop', day, toMs);
      const after = await move(before, toMs - 1, [{ amount: 2 }]);
      expect(await store.readDay('shop', day, toMs)).toMatchObject({ movements: closed.movements });
      expect((await read(next)).movements).toMatchObject([{ amount: 2, atMs: toMs }]);
      // Neither does a later look at an earlier day open it again.
      await store.readDay('shop', { fromMs: 0, toMs: fromMs }, toMs);
      await move(after, fromMs, [{ amount: 3 }]);
      expect((await read(next)).movements).toHaveLength(2);
    });

    it('that is not over, or is another shop’s, closes nothing', async () => {
      const payment = await create('till-1-a', fromMs);
      await store.readDay('shop', day, toMs - 1);
      await store.readDay('bergen', day, toMs);
      await move(payment, fromMs, [{}]);
      expect((await read()).movements).toHaveLength(1);
    });

    it('tells what was held when it ended, whatever became of it since', async () => {
      const held = { reservedAmount: 24_900 };
      const payment = await create('till-1-a', fromMs);
      const open = await move(payment, fromMs, [{ kind: 'reserved', amount: 24_900 }], held);
      const amountOf = async (of = day) =>
        (await read(of)).reserved.reduce((sum, { amount }) => sum + amount, 0);
      expect(await amountOf()).toBe(24_900);
      const part = { capturedAmount: 9_000, releasedAmount: 5_000 };
      const moves = [
        { kind: 'captured', amount: 9_000 },
        { kind: 'released', amount: 5_000 },
      ] as const;
      await move(open, next.fromMs, [...moves], part);
      expect([await amountOf(), await amountOf(next)]).toEqual([24_900, 10_900]);
      const whose = (await read()).reserved.map(({ till, currency }) => [till, currency]);
      expect(whose).toEqual([['1', 'NOK']]);
      expect(await amountOf({ fromMs: 0, toMs: fromMs })).toBe(0);
      expect((await read(day, 'bergen')).reserved).toEqual([]);
    });

    it('tells what is reserved and neither captured nor released of any day, the oldest first', async () => {
      const held = { reservedAmount: 24_900, capturedAmount: 5_000 };
      await create('till-1-b', fromMs, held);
      await create('till-2-a', fromMs, { ...held, till: '2' });
      const oldest = await create('till-1-c', fromMs - 1, held);
      await create('till-1-captured', fromMs, { ...held, capturedAmount: 24_900 });
      await create('till-1-released', fromMs, { ...held, releasedAmount: 19_900 });
      await create('till-1-cancelled', fromMs, { ...held, state: 'cancelled' });
      const found = await store.findUncaptured();
      expect(found[0]).toEqual(oldest);
      expect(found.map(({ reference }) => reference)).toEqual(['till-1-c', 'till-1-b', 'till-2-a']);
    });

    it('[P8] has what is of one shop', async () => {
      const ours = await create('till-1-ours', fromMs);
      const theirs = await create('till-2-theirs', fromMs, { till: '2', shop: 'bergen' });
      for (const payment of [ours, theirs]) await move(payment, fromMs, [{}]);
      const of = async (shop: string) => {
        const { payments, movements } = await read(day, shop);
        return [payments, movements].map((list) => list.map(({ reference }) => reference));
      };
      expect(await of('bergen')).toEqual([['till-2-theirs'], ['till-2-theirs']]);
      expect(await of('shop')).toEqual([['till-1-ours'], ['till-1-ours']]);
      expect(await of('nowhere')).toEqual([[], []]);
      expect(await store.listShops()).toEqual(['bergen', 'shop']);
    });
  });
}
