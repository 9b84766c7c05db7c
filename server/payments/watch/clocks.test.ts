import { describe, expect, it } from 'vitest';
import { wallTimeMs } from '../../core/clock.ts';
import { seen, tenMinutesMs } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { toView, whatToShow } from '../view.ts';

const hourMs = 3_600_000;
const jumps = [-hourMs, hourMs];

/** A sale whose QR is on the screen when the server's wall clock is put forward or back. */
async function afterJump(ms: number) {
  const shop = await aTill();
  const reference = await shop.start();
  await shop.clock.advance(60_000);
  shop.clock.jumpWallClock(ms);
  return { ...shop, reference };
}

describe.each(jumps)('a wall clock that jumps by %i ms', (ms) => {
  it('neither ends, shortens nor prolongs a payment', async () => {
    const { clock, find, reference } = await afterJump(ms);
    await clock.advance(tenMinutesMs - 60_000 - 1_500);
    expect((await find(reference)).state).toBe('presented');
    await clock.advance(5_000);
    expect((await find(reference)).state).toBe('expired');
  });

  it('[P10] nor over a restart', async () => {
    const { clock, store, watch, reference } = await afterJump(0);
    await watch.stop(0);
    clock.jumpWallClock(ms);
    const later = await aTill({ store, clock });
    await later.payments.recover();
    await clock.advance(tenMinutesMs - 60_000 - 1_500);
    expect((await later.find(reference)).state).toBe('presented');
    await clock.advance(5_000);
    expect((await later.find(reference)).state).toBe('expired');
  });

  it('changes nothing in what a screen is told to be left', async () => {
    const { clock, find, reference } = await afterJump(ms);
    const view = toView(await find(reference), clock);
    expect(Date.parse(view.expiresAt) - clock.nowMs()).toBe(tenMinutesMs - 60_000);
    expect(Date.parse(view.qr?.expiresAt ?? '') - clock.nowMs()).toBe(tenMinutesMs - 60_000);
  });

  it('does not take the result off the screen, nor keep it there', async () => {
    const { clock, vipps, start, find } = await aTill();
    vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    const reference = await start();
    await clock.advance(10);
    clock.jumpWallClock(ms);
    const shown = async () => whatToShow(await find(reference), clock.steadyMs()).payment;
    await clock.advance(9_900);
    expect(await shown()).not.toBeNull();
    await clock.advance(100);
    expect(await shown()).toBeNull();
  });

  it('[P3] does not make late polls come early or never', async () => {
    const { clock, vipps, watch } = await afterJump(0);
    vipps.polled = seen({ cancelled: true });
    await clock.advance(1_000);
    clock.jumpWallClock(ms);
    vipps.calls.length = 0;
    await clock.advance(16 * 60_000);
    expect(vipps.count('poll')).toBe(4);
    expect(watch.size()).toBe(0);
  });
});

describe('a deadline on the wall', () => {
  it('does not flicker because the two clocks are read one after the other', () => {
    const read = (offMs: number) =>
      wallTimeMs(5_000, { nowMs: () => 1_000_000 + offMs, steadyMs: () => 1_000_000 });
    expect([read(-400), read(0), read(400)]).toEqual([5_000, 5_000, 5_000]);
    expect(read(60_000)).toBe(65_000);
  });
});
