// What every store must do for shops, agreements and receipts, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payment } from '../../payments/payment/types.ts';
import type { Store } from '../../store/store.ts';
import { aPayment } from '../payments.ts';
import { anAgreement } from '../vipps.ts';

const line = { name: 'Coffee', quantity: 2, amount: { value: 9_000, currency: 'NOK' as const } };

/** @param open gives an empty store. */
export function shopsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const create = (bent: Partial<Payment> = {}) => {
    const payment = aPayment(bent);
    const { version, state } = payment;
    return store.create(payment, { version, atMs: 0, event: 'created', state, by: null, detail: {} }, null);
  };

  describe('a payment', () => {
    it('keeps whose sale it is, what was bought, agreed to and given back', async () => {
      const payment = aPayment({
        shop: 'oslo',
        msn: '11111',
        api: 'recurring',
        lines: [line],
        releasedAmount: 900,
        releasingAmount: 100,
        agreement: { ...anAgreement(4_900), id: 'agr_1', stop: 'pending' },
      });
      await create(payment);
      expect(await store.find(payment.reference)).toEqual(payment);
    });

    it('has a reference that no other has, at whatever till', async () => {
      expect(await create()).toBe('created');
      expect(await create({ till: '2', shop: 'bergen' })).toBe('reference_taken');
      expect(await create({ reference: 'till-1-another' })).toBe('till_busy');
    });
  });

  describe('the agreements that run', () => {
    it('come page by page, without sales, what was never entered, and what is stopped', async () => {
      const entered = (reference: string, stop: 'none' | 'pending' | 'stopped') =>
        create({ reference, till: reference, state: 'approved', agreement: { ...anAgreement(), stop } });
      for (const reference of ['c', 'B', 'd', 'a']) await entered(reference, 'none');
      await entered('aa', 'stopped');
      await entered('ab', 'pending');
      await create({ reference: 'ac', till: 'ac', state: 'approved' });
      await create({ reference: 'ad', till: 'ad', agreement: { ...anAgreement(), stop: 'none' } });
      const pageAfter = async (after: string | null) =>
        (await store.findRunningAgreements(after, 3)).map(({ reference }) => reference);
      expect(await pageAfter(null)).toEqual(['B', 'a', 'c']);
      expect(await pageAfter('c')).toEqual(['d']);
      expect(await pageAfter('d')).toEqual([]);
    });
  });

  describe('payments from before there was more than one shop', () => {
    it('become those of their till’s, once, and others stay what they are', async () => {
      const before = { shop: '', msn: '', state: 'approved' } as const;
      await create({ ...before, reference: 'till-1-before', till: '1' });
      await create({ ...before, reference: 'till-9-before', till: '9' });
      await create({ reference: 'till-1-after', till: '1', shop: 'bergen', msn: '22222' });
      const whose = async (reference: string) => {
        const { shop, msn } = (await store.find(reference)) ?? {};
        return [shop, msn];
      };
      const first = { shop: 'first', msn: '99999' };
      await store.adopt([['1', { shop: 'oslo', msn: '11111' }]], first);
      await store.adopt([['1', { shop: 'renamed', msn: '33333' }]], { shop: 'other', msn: '44444' });
      expect(await whose('till-1-before')).toEqual(['oslo', '11111']);
      // Its till is gone.
      expect(await whose('till-9-before')).toEqual(['first', '99999']);
      expect(await whose('till-1-after')).toEqual(['bergen', '22222']);
    });
  });

  describe('a receipt', () => {
    const paid = { state: 'approved', lines: [line] } as const;

    it('is due when a sale with lines is paid, until it is told', async () => {
      const reference = 'till-1-lines';
      await create({ ...paid, reference });
      expect(await store.isReceiptDue(reference)).toBe(true);
      expect(await store.findUnfinished()).toMatchObject([{ reference }]);
      await store.endReceipt(reference);
      expect(await store.isReceiptDue(reference)).toBe(false);
      expect(await store.findUnfinished()).toEqual([]);
    });

    it.each<[string, Partial<Payment>]>([
      ['before it is paid', { lines: [line] }],
      ['of a sale that ended unpaid', { ...paid, state: 'cancelled' }],
      ['of a sale without lines', { state: 'approved' }],
      ['of an ePayment, which has taken the lines along', { ...paid, api: 'epayment' }],
    ])('is not due %s', async (_, bent) => {
      await create(bent);
      expect(await store.isReceiptDue(aPayment().reference)).toBe(false);
    });
  });
}
