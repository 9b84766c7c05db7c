// A POS passes its own reference: it names one sale, which can be tried again and is never paid twice.
import { describe, expect, test } from 'vitest';
import { newPaymentSchema } from '../../contract/payments.ts';
import { seen } from '../../testing/payments.ts';
import { aTill, sale, till } from '../../testing/till.ts';
import { StartUnfinished } from '../../vipps/gateway.ts';
import { VippsUnavailable } from '../../vipps/http/errors.ts';

const reference = 'order-2026-000123';
const own = { ...sale, reference };

describe('a reference of the caller’s own', () => {
  test('is that of the payment', async () => {
    const { payments } = await aTill();
    expect((await payments.start(till, own, null)).payment.reference).toBe(reference);
  });

  test('asked for again while it is open, gets the same payment', async () => {
    const { payments, store } = await aTill();
    const all = await Promise.all([payments.start(till, own, null), payments.start(till, own, null)]);
    const later = await payments.start(till, own, null);
    expect([...all, later].map(({ payment }) => payment.reference)).toEqual([
      reference,
      reference,
      reference,
    ]);
    expect((await store.list({})).payments).toHaveLength(1);
  });

  test('is not that of another sale', async () => {
    const { payments } = await aTill();
    await payments.start(till, own, null);
    const dearer = payments.start(till, { ...own, amount: { value: 100, currency: 'NOK' } }, null);
    await expect(dearer).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  test('of a sale that ended unpaid gets a suffix when the sale is tried again', async () => {
    const { payments, vipps, clock } = await aTill();
    for (const expected of [reference, `${reference}-2`, `${reference}-3`]) {
      vipps.polled = seen();
      expect((await payments.start(till, own, null)).payment.reference).toBe(expected);
      vipps.polled = seen({ cancelled: true });
      await clock.advance(1_000);
    }
  });

  test('[P3] of a sale that is paid is not paid once more', async () => {
    const { payments, vipps, clock } = await aTill();
    await payments.start(till, own, null);
    vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    await clock.advance(1_000);
    await expect(payments.start(till, own, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('[P3] of a sale that is being closed waits: it may turn out to be paid', async () => {
    const { payments, vipps } = await aTill();
    const where = { method: 'PUT', path: '/', requestId: 'r' };
    vipps.fail.cancel = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await payments.start(till, own, null);
    await payments.cancel(reference);
    await expect(payments.start(till, own, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('of a start that was lost goes on under the next one that is free', async () => {
    const { payments, vipps, clock } = await aTill();
    await payments.start(till, own, null);
    vipps.polled = seen({ cancelled: true });
    await clock.advance(1_000);
    vipps.polled = null;
    let starts = 0;
    vipps.fail.start = () =>
      ++starts === 1 ? new StartUnfinished(new Error('lost'), { lost: true }) : undefined;
    const answer = await payments.start(till, own, null);
    expect(answer).toMatchObject({ outcome: 'presented', payment: { reference: `${reference}-3` } });
  });

  test('that another till has used is taken', async () => {
    const { payments, vipps, clock } = await aTill();
    await payments.start(till, own, null);
    vipps.polled = seen({ cancelled: true });
    await clock.advance(1_000);
    const elsewhere = payments.start({ ...till, id: '2' }, own, null);
    await expect(elsewhere).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('[P11] is another bill’s than one that ends like a second try of it', async () => {
    const { payments, vipps, clock } = await aTill();
    const bills = ['bill-1204', 'bill-1204-2'];
    for (const bill of bills) {
      vipps.polled = seen();
      expect((await payments.start(till, { ...sale, reference: bill }, null)).payment.reference).toBe(bill);
      vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
      await clock.advance(1_000);
    }
    for (const bill of bills) {
      const again = payments.start(till, { ...sale, reference: bill }, null);
      await expect(again).rejects.toMatchObject({ message: `The sale ${bill} is paid already.` });
    }
  });

  test('[P11] never shares a payment with the bill whose second try it sounds like', async () => {
    const { payments, vipps, clock, find } = await aTill();
    await payments.start(till, { ...sale, reference: 'bill-1204' }, null);
    vipps.polled = seen({ cancelled: true });
    await clock.advance(1_000);
    vipps.polled = seen();
    const second = await payments.start(till, { ...sale, reference: 'bill-1204' }, null);
    expect(second.payment).toMatchObject({ reference: 'bill-1204-2', base: 'bill-1204', attempt: 2 });
    vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    await clock.advance(1_000);
    vipps.polled = seen();
    const other = await payments.start(till, { ...sale, reference: 'bill-1204-2' }, null);
    expect(other.payment).toMatchObject({ reference: 'bill-1204-2-2', base: 'bill-1204-2', attempt: 2 });
    expect(await find('bill-1204-2')).toMatchObject({ state: 'approved', base: 'bill-1204' });
  });

  test('[P11] passes over the suffix that makes the name of another bill', async () => {
    const { payments, vipps, clock } = await aTill();
    for (const bill of ['bill-1204-2', 'bill-1204']) {
      vipps.polled = seen();
      await payments.start(till, { ...sale, reference: bill }, null);
      vipps.polled = seen({ cancelled: true });
      await clock.advance(1_000);
    }
    const again = await payments.start(till, { ...sale, reference: 'bill-1204' }, null);
    expect(again.payment).toMatchObject({ reference: 'bill-1204-3', base: 'bill-1204', attempt: 3 });
  });

  test('[P11] is a sale of each sales unit that uses it', async () => {
    const soldBy = ({ id }: { id: string }) => ({
      shop: `shop-${id}`,
      msn: `11111${id}`,
      api: 'ecom' as const,
    });
    const { payments, vipps, clock } = await aTill({ soldBy });
    await payments.start(till, own, null);
    vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    await clock.advance(1_000);
    vipps.polled = seen();
    const theirs = await payments.start({ ...till, id: '2' }, own, null);
    expect(theirs).toMatchObject({
      outcome: 'presented',
      payment: { reference: `${reference}.111112`, base: reference, attempt: 1, msn: '111112' },
    });
    const again = await payments.start({ ...till, id: '2' }, own, null);
    expect(again.payment.reference).toBe(theirs.payment.reference);
    await expect(payments.start(till, own, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('ends after nine tries', async () => {
    const { payments, vipps, clock } = await aTill();
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      vipps.polled = seen();
      await payments.start(till, own, null);
      vipps.polled = seen({ cancelled: true });
      await clock.advance(1_000);
    }
    await expect(payments.start(till, own, null)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test.each([
    'short',
    '0123-abcd',
    '-abcdefgh',
    'with space',
    'under_score',
    '12345678',
    'x'.repeat(47),
    'økt-1234',
  ])('is none that a Vipps API could refuse, or is slow to find: %s', (bad) => {
    expect(newPaymentSchema.safeParse({ ...own, reference: bad }).success).toBe(false);
  });

  test.each(['order-123', '2026-00123', 'ABCDEFGH', 'x'.repeat(46)])('may be %s', (good) => {
    expect(newPaymentSchema.safeParse({ ...own, reference: good }).success).toBe(true);
  });
});
