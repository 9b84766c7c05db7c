import { describe, expect, it } from 'vitest';
import { seen, tenMinutesMs } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const unknown = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const no = () => new VippsRejected('cannot cancel', { ...where, code: '51' });

const reserved = seen({ scanned: true, reservedAmount: 24_900 });
const captured = seen({ ...reserved, capturedAmount: 24_900 });
const gone = seen({ cancelled: true });
const oneMinuteMs = 60_000;

/** A payment that the customer cancelled a moment ago. */
async function aCancelledSale() {
  const shop = await aTill();
  const reference = await shop.start();
  shop.vipps.polled = gone;
  await shop.clock.advance(1_000);
  return { ...shop, reference };
}

describe('[P3] after the end', () => {
  it('Vipps is asked again at once, and 1, 5 and 15 minutes later', async () => {
    const { clock, vipps, watch } = await aCancelledSale();
    vipps.calls.length = 0;
    await clock.advance(20 * oneMinuteMs);
    const [first, ...later] = vipps.times('poll');
    expect([first, ...later]).toEqual([0, 59_000, 299_000, 899_000]);
    expect(watch.size()).toBe(0);
  });

  for (const minutes of [1, 5, 15]) {
    it(`money that was reserved meanwhile is released when it is seen after ${minutes} minutes`, async () => {
      const { clock, vipps, find, reference } = await aCancelledSale();
      await clock.advance(minutes * oneMinuteMs - 5_000);
      vipps.polled = reserved;
      await clock.advance(10_000);
      expect(vipps.count('cancel')).toBe(1);
      expect(vipps.count('capture')).toBe(0);
      expect(await find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
    });
  }

  it('money that was captured meanwhile is refunded once, with a stored key', async () => {
    const { clock, vipps, find, reference } = await aCancelledSale();
    vipps.polled = captured;
    await clock.advance(20 * oneMinuteMs);
    expect(vipps.count('refund')).toBe(1);
    const { problem, ...rest } = await find(reference);
    expect(rest).toMatchObject({ state: 'cancelled', capturedAmount: 24_900, refundedAmount: 24_900 });
    expect(problem).toMatchObject({ code: 'late_refunded' });
  });

  it('says that the money is on its way back while Vipps does not take the release, and goes on', async () => {
    const { clock, vipps, find, reference } = await aCancelledSale();
    vipps.polled = reserved;
    vipps.fail.cancel = no;
    await clock.advance(oneMinuteMs);
    expect((await find(reference)).problem).toMatchObject({ code: 'late_money' });
    vipps.fail = {};
    await clock.advance(oneMinuteMs);
    expect((await find(reference)).problem).toMatchObject({ code: 'released' });
  });

  it('a poll that fails is made up for', async () => {
    const { clock, vipps, find, reference } = await aCancelledSale();
    await clock.advance(14 * oneMinuteMs);
    vipps.fail.poll = unknown;
    await clock.advance(10 * oneMinuteMs);
    vipps.fail = {};
    vipps.polled = reserved;
    await clock.advance(oneMinuteMs);
    expect((await find(reference)).problem).toMatchObject({ code: 'released' });
  });

  it('a sale that Vipps refused to start is not asked about', async () => {
    const { clock, vipps, watch, store, payments, start } = await aTill();
    vipps.fail.start = () => new VippsRejected('blocked', { ...where, code: '31' });
    await start();
    await payments.recover();
    await clock.advance(oneMinuteMs);
    expect([vipps.count('poll'), watch.size(), await store.findUnfinished()]).toEqual([0, 0, []]);
  });
});

describe('[P3] [P10] a server that starts again', () => {
  it('looks at once at what had ended, however long ago that was, if the polls were not over', async () => {
    const before = await aCancelledSale();
    await before.watch.stop(0);
    await before.clock.advance(48 * 60 * oneMinuteMs);
    const later = await aTill({ store: before.store, clock: before.clock });
    later.vipps.polled = captured;
    expect(await later.payments.recover()).toBe(1);
    await before.clock.advance(2_000);
    expect(await later.find(before.reference)).toMatchObject({ refundedAmount: 24_900 });
  });

  it('does not look again at what it has looked at to the end', async () => {
    const before = await aCancelledSale();
    await before.clock.advance(16 * oneMinuteMs);
    await before.watch.stop(0);
    const later = await aTill({ store: before.store, clock: before.clock });
    expect(await later.payments.recover()).toBe(0);
  });

  it('takes an answer that shows what was given back a moment ago for an old one', async () => {
    const before = await aCancelledSale();
    before.vipps.polled = reserved;
    await before.clock.advance(oneMinuteMs);
    expect((await before.find(before.reference)).problem).toMatchObject({ code: 'released' });
    await before.watch.stop(0);
    const later = await aTill({ store: before.store, clock: before.clock });
    later.vipps.polled = reserved;
    await later.payments.recover();
    await before.clock.advance(25_000);
    expect(later.vipps.count('poll')).toBeGreaterThan(10);
    expect((await later.find(before.reference)).problem).toMatchObject({ code: 'released' });
    await before.clock.advance(10_000);
    expect(later.vipps.count('cancel')).toBe(1);
  });
});

describe('[P3] an answer from before late money was there', () => {
  it('does not say that it is given back, until none can be so old', async () => {
    const { clock, vipps, find, reference } = await aCancelledSale();
    vipps.polled = reserved;
    vipps.fail.cancel = no;
    await clock.advance(oneMinuteMs);
    vipps.polled = gone;
    await clock.advance(25_000);
    expect((await find(reference)).problem).toMatchObject({ code: 'late_money' });
    await clock.advance(10_000);
    expect((await find(reference)).problem).toMatchObject({ code: 'released' });
  });
});

describe('closing that drags on', () => {
  it('[P5] is asked about every 8 seconds after a minute', async () => {
    const { clock, vipps, payments, start } = await aTill();
    const reference = await start();
    vipps.fail.cancel = no;
    await payments.cancel(reference);
    await clock.advance(2 * oneMinuteMs);
    vipps.calls.length = 0;
    await clock.advance(oneMinuteMs);
    expect(vipps.count('poll')).toBeLessThanOrEqual(8);
  });

  it('[P4] does not keep the till from the next sale', async () => {
    const { vipps, payments, start, find } = await aTill();
    vipps.fail.cancel = no;
    const reference = await start();
    await payments.cancel(reference);
    expect((await find(await start())).state).toBe('presented');
    expect((await find(reference)).state).toBe('closing');
  });

  it('[P3] gives back what a customer turns out to have paid after the next sale began, and tells staff', async () => {
    const { clock, vipps, start, find } = await aTill({ capture: 'manual' });
    const reference = await start();
    vipps.fail.poll = unknown;
    await clock.advance(tenMinutesMs + 10_000);
    expect((await find(reference)).state).toBe('closing');
    await start();
    vipps.fail = {};
    vipps.polled = reserved;
    await clock.advance(10_000);
    expect(await find(reference)).toMatchObject({ state: 'expired', problem: { code: 'released' } });
    expect(vipps.count('capture')).toBe(0);
  });
});

describe('[P1] a cancel of ours whose answer was lost', () => {
  /** Time has run out, our cancel was given up, and then the customer turns out to have made it. */
  async function paidBesideOurCancel() {
    const shop = await aTill();
    const reference = await shop.start();
    await shop.clock.advance(tenMinutesMs - 500);
    shop.vipps.fail.cancel = unknown;
    await shop.clock.advance(2_000);
    expect(shop.vipps.count('cancel')).toBe(1);
    shop.vipps.polled = reserved;
    return { ...shop, reference };
  }

  it('keeps "paid" from the screens while it may still be carried out, and no other is sent', async () => {
    const { clock, vipps, find, reference } = await paidBesideOurCancel();
    await clock.advance(25_000);
    expect((await find(reference)).state).toBe('closing');
    expect(vipps.count('cancel')).toBe(1);
    await clock.advance(6_000);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  });

  it('that is carried out late ends what nobody was told to be paid', async () => {
    const { clock, vipps, find, reference } = await paidBesideOurCancel();
    await clock.advance(10_000);
    vipps.polled = seen({ ...reserved, cancelled: true });
    await clock.advance(2_000);
    expect(await find(reference)).toMatchObject({ state: 'expired', problem: { code: 'released' } });
    expect(vipps.count('capture')).toBe(0);
  });

  it('may have been sent by a server that is gone', async () => {
    const { clock, vipps, store, watch, reference } = await paidBesideOurCancel();
    await watch.stop(0);
    const next = await aTill({ store, clock });
    next.vipps.polled = reserved;
    await next.payments.recover();
    await clock.advance(25_000);
    expect((await next.find(reference)).state).toBe('closing');
    await clock.advance(6_000);
    expect((await next.find(reference)).state).toBe('approved');
    expect(vipps.count('capture')).toBe(0);
  });

  it('waits for nothing that is captured already', async () => {
    const { clock, vipps, find, reference } = await paidBesideOurCancel();
    vipps.polled = captured;
    await clock.advance(2_000);
    expect((await find(reference)).state).toBe('approved');
  });
});
