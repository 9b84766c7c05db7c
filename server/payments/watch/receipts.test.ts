// Vipps is told what was bought once it is paid, and nothing depends on it.
import { describe, expect, test } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill, sale, till } from '../../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'POST', path: '/', requestId: 'r' };
const away = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const line = { name: 'Coffee', quantity: 1, amount: sale.amount };
const paid = seen({ scanned: true, reservedAmount: 24_900 });

async function aSaleWithLines(options: Parameters<typeof aTill>[0] = {}) {
  const shop = await aTill(options);
  const { payment } = await shop.payments.start(till, { ...sale, lines: [line] }, null);
  return { ...shop, reference: payment.reference };
}

describe('the order lines of a sale', () => {
  test('are sent once it is paid and captured, not before, and once', async () => {
    const { vipps, clock } = await aSaleWithLines();
    await clock.advance(5_000);
    expect(vipps.count('sendReceipt')).toBe(0);
    vipps.polled = paid;
    await clock.advance(60_000);
    expect(vipps.calls.map(({ call }) => call).filter((call) => call !== 'poll')).toEqual([
      'start',
      'capture',
      'sendReceipt',
    ]);
  });

  test('of a sale that ends unpaid are never sent', async () => {
    const { vipps, clock, watch } = await aSaleWithLines();
    vipps.polled = seen({ cancelled: true });
    await clock.advance(20 * 60_000);
    expect(vipps.count('sendReceipt')).toBe(0);
    expect(watch.size()).toBe(0);
  });

  test('are tried again a few times, and then left alone; the sale is as it was', async () => {
    const { vipps, clock, watch, find, reference } = await aSaleWithLines();
    vipps.polled = paid;
    vipps.fail.sendReceipt = away;
    await clock.advance(10 * 60_000);
    expect(vipps.count('sendReceipt')).toBe(6);
    expect(watch.size()).toBe(0);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'captured', problem: null });
  });

  test('that Vipps refuses are not sent again, and staff are told', async () => {
    const { vipps, clock, watch, find, reference } = await aSaleWithLines();
    vipps.polled = paid;
    vipps.fail.sendReceipt = () => new VippsRejected('no', { ...where, status: 400 });
    await clock.advance(60_000);
    expect(vipps.count('sendReceipt')).toBe(1);
    expect(watch.size()).toBe(0);
    expect(await find(reference)).toMatchObject({
      state: 'approved',
      capture: 'captured',
      problem: { code: 'lines_refused', message: 'no' },
    });
  });

  test('[P2] keep no refund waiting', async () => {
    const { vipps, clock, payments, reference } = await aSaleWithLines();
    vipps.polled = paid;
    vipps.fail.sendReceipt = away;
    await clock.advance(2_000);
    expect(await payments.refund(reference, sale.amount, null)).toMatchObject({ refundedAmount: 24_900 });
  });

  test('[P10] are sent by the next server when this one ends before', async () => {
    const { vipps, clock, watch, store } = await aSaleWithLines();
    vipps.polled = paid;
    vipps.fail.sendReceipt = away;
    await clock.advance(2_000);
    await watch.stop(0);
    const { payments: next, vipps: back } = await aTill({ store, clock });
    back.polled = paid;
    expect(await next.recover()).toBe(1);
    await clock.advance(1_000);
    expect(back.count('sendReceipt')).toBe(1);
  });
});
