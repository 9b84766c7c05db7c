import { describe, expect, it } from 'vitest';
import { seen, tenMinutesMs } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const unknown = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const tooMany = () => new VippsUnavailable('429', { ...where, outcome: 'not_done', retryAfterMs: 7_000 });
const no = () => new VippsRejected('cannot cancel', { ...where, code: '51' });

const scanned = seen({ scanned: true });
const reserved = seen({ scanned: true, reservedAmount: 24_900 });

describe('[P5] looks', () => {
  it('come once a second, measured from begin to begin', async () => {
    const { clock, vipps, start } = await aTill();
    vipps.fail.poll = async () => {
      await clock.sleep(300);
    };
    await start();
    await clock.advance(4_500);
    expect(vipps.times('poll')).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });

  it('do not become more when others begin to watch the same payment', async () => {
    const { clock, vipps, watch, start } = await aTill();
    const reference = await start();
    for (let screen = 0; screen < 5; screen += 1) {
      watch.begin(reference);
      await clock.advance(500);
    }
    expect(vipps.times('poll')).toEqual([0, 1_000, 2_000]);
    expect(watch.size()).toBe(1);
  });

  it('stay below 120 a minute', async () => {
    const { clock, vipps, start } = await aTill();
    await start();
    await clock.advance(59_999);
    expect(vipps.count('poll')).toBe(60);
  });

  it('end when the payment is over', async () => {
    const { clock, vipps, watch, start, find } = await aTill();
    const reference = await start();
    vipps.polled = seen({ cancelled: true });
    await clock.advance(1_000);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', endedBy: 'customer' });
    vipps.calls.length = 0;
    await clock.advance(59_000);
    expect(vipps.times('poll')).toEqual([0]);
    await clock.advance(15 * 60_000);
    expect(watch.size()).toBe(0);
  });
});

describe('[P6] looks that fail', () => {
  it('back off by 1, 2, 4 and then 8 seconds, and keep the payment as it was', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.polled = scanned;
    await clock.advance(1_000);
    vipps.fail.poll = unknown;
    await clock.advance(32_000);
    expect(vipps.times('poll')).toEqual([0, 1_000, 2_000, 3_000, 5_000, 9_000, 17_000, 25_000, 33_000]);
    expect(await find(reference)).toMatchObject({ state: 'scanned', problem: { code: 'vipps_unavailable' } });
  });

  it('say nothing after a single hiccup', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.fail.poll = unknown;
    await clock.advance(1_000);
    expect((await find(reference)).problem).toBeNull();
    await clock.advance(1_000);
    expect((await find(reference)).problem).toMatchObject({ code: 'vipps_unavailable' });
  });

  it('are over with the first that works, and so is the note about them', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.fail.poll = unknown;
    await clock.advance(3_000);
    vipps.fail = {};
    await clock.advance(8_000);
    expect((await find(reference)).problem).toBeNull();
    const count = vipps.count('poll');
    await clock.advance(3_000);
    expect(vipps.count('poll')).toBe(count + 3);
  });

  it('obey Retry-After', async () => {
    const { clock, vipps, start } = await aTill();
    vipps.fail.poll = tooMany;
    await start();
    await clock.advance(14_500);
    expect(vipps.times('poll')).toEqual([0, 7_000, 14_000]);
  });

  it('do not keep a payment past its time', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.fail.poll = unknown;
    await clock.advance(tenMinutesMs + 8_000);
    expect(await find(reference)).toMatchObject({ state: 'closing', closingFor: 'timeout' });
    expect(vipps.count('cancel')).toBe(0);
  });
});

describe('a scan, an approval, a capture', () => {
  it('[P1] are shown when Vipps has shown them, and the capture follows by itself', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.polled = scanned;
    await clock.advance(1_000);
    expect((await find(reference)).state).toBe('scanned');
    vipps.polled = reserved;
    await clock.advance(1_000);
    expect(await find(reference)).toMatchObject({
      state: 'approved',
      capture: 'captured',
      capturedAmount: 24_900,
    });
    expect(vipps.count('capture')).toBe(1);
  });

  it('go on after a declined card', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    vipps.polled = seen({ scanned: true, declined: true });
    await clock.advance(1_000);
    expect(await find(reference)).toMatchObject({ state: 'scanned', problem: { code: 'declined' } });
    vipps.polled = reserved;
    await clock.advance(1_000);
    expect(await find(reference)).toMatchObject({ state: 'approved', problem: null });
  });

  it('[P2] repeat a capture of unknown outcome with the same key, in growing pauses', async () => {
    const { clock, vipps, start, find } = await aTill();
    vipps.fail.capture = unknown;
    vipps.polled = reserved;
    const reference = await start();
    await clock.advance(20_000);
    expect(vipps.times('capture')).toEqual([0, 2_000, 6_000, 14_000]);
    expect(new Set(vipps.calls.flatMap((call) => call.key ?? [])).size).toBe(1);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'pending' });
    vipps.fail = {};
    await clock.advance(20_000);
    expect(await find(reference)).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
  });

  it('ask Vipps what is true when it refuses a capture', async () => {
    const { clock, vipps, start, find } = await aTill();
    vipps.fail.capture = () => {
      vipps.polled = seen({ reservedAmount: 24_900, capturedAmount: 24_900 });
      return no();
    };
    vipps.polled = reserved;
    const reference = await start();
    await clock.advance(2_000);
    expect(await find(reference)).toMatchObject({
      capture: 'captured',
      capturedAmount: 24_900,
      problem: null,
    });
  });

  it('show a capture that Vipps refuses for good', async () => {
    const { clock, vipps, watch, start, find } = await aTill();
    vipps.fail.capture = no;
    vipps.polled = reserved;
    const reference = await start();
    await clock.advance(2_000);
    expect(await find(reference)).toMatchObject({ capture: 'failed', problem: { code: 'capture_failed' } });
    expect(watch.size()).toBe(0);
  });
});

describe('closing', () => {
  it('[P3] cancels at Vipps at once when staff ask for it', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    await payments.cancel(reference);
    await clock.settle();
    expect(vipps.count('cancel')).toBe(1);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: null });
  });

  it('acts on a wish that came during a poll as soon as the poll is over', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    vipps.fail.poll = async () => {
      await clock.sleep(300);
    };
    const reference = await start();
    await clock.advance(100);
    await payments.cancel(reference);
    await clock.advance(250);
    expect((await find(reference)).state).toBe('cancelled');
  });

  it('[P1] says nothing is taken only once Vipps has accepted, however long that takes', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.fail.cancel = no;
    await payments.cancel(reference);
    await clock.advance(60_000);
    expect((await find(reference)).state).toBe('closing');
    expect(vipps.times('cancel')).toEqual([0, 3_000, 9_000, 21_000, 41_000]);
    vipps.fail = {};
    await clock.advance(20_000);
    expect((await find(reference)).state).toBe('cancelled');
  });

  it('[P3] releases money that was reserved while the cancel was on its way, and tells staff', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.fail.cancel = () => {
      vipps.polled = reserved;
    };
    await payments.cancel(reference);
    await clock.advance(2_000);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
    expect(vipps.count('capture')).toBe(0);
  });

  it('[P3] tries again when releasing money that turned up late fails', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.fail.cancel = () => {
      vipps.polled = reserved;
      // Vipps accepts the first cancel and fails the second.
      return vipps.count('cancel') === 2 ? unknown() : undefined;
    };
    vipps.cancel = async () => {
      vipps.calls.push({ call: 'cancel', atMs: clock.monotonicMs() });
      const failure = vipps.fail.cancel?.();
      if (failure instanceof Error) throw failure;
      vipps.polled = { ...reserved, cancelled: vipps.count('cancel') > 2 };
    };
    await payments.cancel(reference);
    await clock.advance(10_000);
    expect(vipps.count('cancel')).toBe(3);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
  });

  it('[P1] does not take "unknown order" for an answer about a code that was shown', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.fail.cancel = no;
    vipps.polled = null;
    await clock.advance(40_000);
    await payments.cancel(reference);
    await clock.advance(60_000);
    expect((await find(reference)).state).toBe('closing');
    await clock.advance(tenMinutesMs);
    expect((await find(reference)).state).toBe('closing');
  });

  it('shows paid when the customer had won against the cancel with a direct capture', async () => {
    const { clock, vipps, payments, start, find } = await aTill();
    const reference = await start();
    vipps.fail.cancel = no;
    vipps.polled = seen({ scanned: true, reservedAmount: 24_900, capturedAmount: 24_900 });
    await payments.cancel(reference);
    await clock.advance(1_000);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  });

  it('[P1] looks once more before a payment whose time ran out is cancelled', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    await clock.advance(tenMinutesMs - 1_000);
    vipps.fail.poll = () => {
      if (vipps.count('cancel') > 0) return undefined;
      vipps.polled = vipps.times('poll').at(-1) === tenMinutesMs + 1_000 ? reserved : vipps.polled;
      return undefined;
    };
    await clock.advance(3_000);
    expect(vipps.count('cancel')).toBe(0);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  });

  it('begins at the deadline itself, however long Vipps has not answered', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    await clock.advance(tenMinutesMs - 3_000);
    vipps.fail.poll = tooMany;
    await clock.advance(3_000);
    expect((await find(reference)).state).toBe('closing');
  });

  it('ends a payment whose time ran out', async () => {
    const { clock, vipps, start, find } = await aTill();
    const reference = await start();
    await clock.advance(tenMinutesMs + 3_000);
    expect(await find(reference)).toMatchObject({ state: 'expired', endedBy: 'timeout' });
    expect(vipps.count('cancel')).toBe(1);
  });
});
