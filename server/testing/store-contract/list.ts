// What every store must find, whatever database is behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionCodes, type ListQuery, problemCodes } from '../../contract/payments.ts';
import type { Payment } from '../../payments/payment/types.ts';
import type { Store } from '../../store/store.ts';
import { aPayment } from '../payments.ts';

const hourMs = 3_600_000;
const texts = ['Latte', 'Øl og BRUS', '100% juice', 'Under_score', 'Kaffe'];

/** @param open gives an empty store. */
export function listContract(open: () => Promise<Store>): void {
  describe('listing', () => {
    let store: Store;
    const create = (payment: Payment) => {
      const { state } = payment;
      return store.create(
        payment,
        { version: 2, atMs: 0, event: 'created', state, by: null, detail: {} },
        null,
      );
    };
    beforeAll(async () => {
      store = await open();
      for (let number = 0; number < 120; number += 1) {
        const payment = aPayment({
          reference: `till-1-${String(number).padStart(4, '0')}`,
          till: number % 2 === 0 ? '1' : '2',
          state: number % 3 === 0 ? 'approved' : 'cancelled',
          text: texts[number % texts.length] ?? '',
          amount: { value: 1_000 + number, currency: 'NOK' },
          createdAtMs: Math.floor(number / 2) * hourMs,
        });
        await create(payment);
      }
    });
    afterAll(() => store.close());

    const all = async (query: ListQuery) => {
      const references: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await store.list({ ...query, ...(cursor ? { cursor } : {}) });
        references.push(...page.payments.map((payment) => payment.reference));
        cursor = page.cursor;
      } while (cursor !== null);
      return references;
    };

    it('gives every payment once, newest first, over all pages', async () => {
      const found = await all({});
      expect(found).toHaveLength(120);
      expect(found).toEqual([...found].sort().reverse());
    });

    it('gives 50 a page, and no cursor on the last', async () => {
      const first = await store.list({});
      expect(first.payments).toHaveLength(50);
      expect(first.cursor).not.toBeNull();
      expect((await store.list({ till: '1', state: 'approved' })).cursor).toBeNull();
    });

    it('narrows by till, state and time, the end exclusive', async () => {
      expect(await all({ till: '1' })).toHaveLength(60);
      expect(await all({ state: 'approved' })).toHaveLength(40);
      const day = { from: new Date(2 * hourMs).toISOString(), to: new Date(4 * hourMs).toISOString() };
      expect(await all(day)).toEqual(['till-1-0007', 'till-1-0006', 'till-1-0005', 'till-1-0004']);
    });

    it('[P8] leaves a shop its own payments, however they are looked for', async () => {
      for (const number of [1, 2]) {
        const own = { reference: `bergen-${number}`, shop: 'bergen', till: '8', text: 'Salt' } as const;
        await create(aPayment({ ...own, state: 'failed', createdAtMs: -number }));
      }
      const found = async (query: ListQuery, shop: string | null) =>
        (await store.list(query, shop)).payments.map(({ reference }) => reference);
      expect(await found({}, 'bergen')).toEqual(['bergen-1', 'bergen-2']);
      expect(await found({ till: '8' }, 'shop')).toEqual([]);
      expect(await found({ till: '1' }, 'bergen')).toEqual([]);
      expect(await found({ q: 'salt' }, 'shop')).toEqual([]);
      expect(await found({ till: '8' }, null)).toEqual(['bergen-1', 'bergen-2']);
    });

    it('finds text and references whatever their case, also beyond ASCII', async () => {
      expect(await all({ q: 'latte' })).toHaveLength(24);
      expect(await all({ q: 'øl OG brus' })).toHaveLength(24);
      expect(await all({ q: 'TILL-1-0042' })).toEqual(['till-1-0042']);
    });

    it('takes % and _ as what they are', async () => {
      expect(await all({ q: '100%' })).toHaveLength(24);
      expect(await all({ q: 'r_s' })).toHaveLength(24);
      expect(await all({ q: '%' })).toHaveLength(24);
    });

    it('finds an amount as people write it', async () => {
      expect(await all({ q: '10,42' })).toEqual(['till-1-0042']);
      expect(await all({ q: '10.42' })).toEqual(['till-1-0042']);
      expect(await all({ q: '1042' })).toEqual(['till-1-0042']);
      expect(await all({ q: '10,4' })).toEqual(['till-1-0040']);
    });

    it('finds an amount as any screen prints it, with its currency and whatever spaces', async () => {
      const printed = [
        '10,42 kr',
        '10,42\u00a0kr.',
        '€\u202f10.42',
        'NOK\u00a010.42',
        '10,42 €',
        'dkk 10,42',
      ];
      for (const q of printed) expect(await all({ q }), q).toEqual(['till-1-0042']);
      const dear = aPayment({
        reference: 'till-7-dear',
        till: '7',
        state: 'failed',
        createdAtMs: -9,
        amount: { value: 124_950, currency: 'DKK' },
      });
      await create(dear);
      for (const q of ['1 249,50', '1\u202f249,50\u00a0kr', '1.249,50 kr.', '€1,249.50', '1249.50', '1.249'])
        expect(await all({ till: '7', q }), q).toEqual(['till-7-dear']);
      for (const q of ['1,24', '249,50', 'kr', '12.49,50'])
        expect(await all({ till: '7', q }), q).toEqual([]);
    });

    it('finds every amount of as many whole kroner', async () => {
      const dearer = ['till-1-0109', 'till-1-0107', 'till-1-0105', 'till-1-0103', 'till-1-0101'];
      expect(await all({ till: '2', q: '11' })).toEqual(expect.arrayContaining(dearer));
      expect(await all({ q: '11 kr' })).toHaveLength(20);
      expect(await all({ q: '11,' })).toHaveLength(20);
      expect(await all({ q: '12 kr' })).toEqual([]);
    });

    it('leaves what staff should look at', async () => {
      for (const [index, code] of problemCodes.entries()) {
        const problem = { code, message: 'why' };
        const reference = `till-9-${code}`;
        await create(aPayment({ reference, till: '9', state: 'approved', problem, createdAtMs: index }));
      }
      const found = await all({ till: '9', attention: 'true' });
      expect(found).toEqual(attentionCodes.map((code) => `till-9-${code}`).reverse());
    });

    it('refuses a cursor that it never gave', async () => {
      for (const cursor of ['x', '', Buffer.from('["1",2]').toString('base64url')]) {
        await expect(store.list({ cursor })).rejects.toMatchObject({ code: 'invalid_request' });
      }
    });
  });
}
