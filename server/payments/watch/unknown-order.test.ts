// Vipps does not know an order. That is its word only where there never was one: other keys are told the same of what is paid.
import { describe, expect, it } from 'vitest';
import { seen, tenMinutesMs } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { StartUnfinished } from '../../vipps/gateway.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const unknownOrder = () => new VippsRejected('unknown', { ...where, status: 404, code: '35' });
const lost = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const hourMs = 60 * 60_000;
const reserved = seen({ scanned: true, reservedAmount: 24_900 });

/** A code was on the screen, and since then Vipps knows nothing of it. */
async function anUnknownSale() {
  const shop = await aTill();
  const reference = await shop.start();
  shop.vipps.polled = null;
  shop.vipps.fail.cancel = unknownOrder;
  return { ...shop, reference, now: () => shop.find(reference) };
}

describe('[P1] an order whose code was shown, and that Vipps does not know any more', () => {
  it('is never said to be unpaid: it stays closing, and staff are told', async () => {
    const { clock, now } = await anUnknownSale();
    await clock.advance(1_000);
    expect(await now()).toMatchObject({ state: 'presented', problem: { code: 'vipps_unavailable' } });
    await clock.advance(tenMinutesMs + 5 * hourMs);
    expect(await now()).toMatchObject({ state: 'closing', problem: { code: 'unknown_order' } });
  });

  it('is not given up by a cancel either, of which Vipps does not hear again and again', async () => {
    const { clock, vipps, payments, reference, now } = await anUnknownSale();
    await payments.cancel(reference);
    await clock.advance(5 * hourMs);
    expect((await now()).state).toBe('closing');
    expect(vipps.count('cancel')).toBe(1);
    expect(vipps.count('poll')).toBeLessThan(400);
  });

  it('is looked for until its own time is long over, also by the next server', async () => {
    const { clock, vipps, watch, store, now } = await anUnknownSale();
    await clock.advance(tenMinutesMs + 23 * hourMs);
    expect(watch.size()).toBe(1);
    await clock.advance(2 * hourMs);
    expect(watch.size()).toBe(0);
    expect((await now()).state).toBe('closing');
    const next = await aTill({ store, clock, vipps });
    await next.payments.recover();
    await clock.advance(1_000);
    expect([next.watch.size(), (await now()).state]).toEqual([0, 'closing']);
  });

  it('[P4] does not keep its till busy when a server comes back after days', async () => {
    const { clock, vipps, watch, store, now } = await anUnknownSale();
    await watch.stop(0);
    await clock.advance(48 * hourMs);
    expect((await now()).state).toBe('presented');
    const next = await aTill({ store, clock, vipps });
    await next.payments.recover();
    await clock.advance(1_000);
    expect(await now()).toMatchObject({ state: 'closing', problem: { code: 'unknown_order' } });
    vipps.polled = seen({});
    await expect(next.start()).resolves.toBeTypeOf('string');
  });

  it('is told to staff of a server that comes back after days also when something wakes its watch before the next poll', async () => {
    const { clock, vipps, watch, store, reference, now } = await anUnknownSale();
    await watch.stop(0);
    await clock.advance(48 * hourMs);
    const next = await aTill({ store, clock, vipps });
    await next.payments.recover();
    await clock.advance(500);
    next.watch.begin(reference);
    await clock.advance(1_000);
    expect(await now()).toMatchObject({ state: 'closing', problem: { code: 'unknown_order' } });
    expect(next.watch.size()).toBe(0);
  });

  it('is found again when the keys are right again, with what the customer paid', async () => {
    const { clock, vipps, now } = await anUnknownSale();
    await clock.advance(tenMinutesMs + hourMs);
    vipps.polled = reserved;
    delete vipps.fail.cancel;
    await clock.advance(2 * 60_000);
    expect(await now()).toMatchObject({ state: 'approved', capturedAmount: 24_900, problem: null });
  });

  it('that had ended is polled to its end only by the right keys', async () => {
    const { clock, vipps, payments, reference, now } = await anUnknownSale();
    delete vipps.fail.cancel;
    await payments.cancel(reference);
    await clock.advance(hourMs);
    expect((await now()).state).toBe('cancelled');
    vipps.polled = reserved;
    await clock.advance(2 * 60_000);
    expect((await now()).problem).toMatchObject({ code: 'released' });
  });
});

describe('[P1] an order that was never shown', () => {
  /** Nobody knows whether the start has reached Vipps. */
  async function aLostStart(isThere: boolean) {
    const shop = await aTill();
    shop.vipps.fail.start = () => new StartUnfinished(lost, { lost: false });
    shop.vipps.polled = isThere ? seen() : null;
    shop.vipps.fail.cancel = unknownOrder;
    const reference = await shop.start();
    await shop.clock.advance(5_000);
    return { ...shop, now: () => shop.find(reference) };
  }

  it('and that Vipps has never known never was', async () => {
    const { clock, now } = await aLostStart(false);
    await clock.advance(30_000);
    expect((await now()).state).toBe('failed');
  });

  it('but that we have seen at Vipps is looked for until nobody can pay it', async () => {
    const { clock, vipps, now } = await aLostStart(true);
    vipps.polled = null;
    await clock.advance(tenMinutesMs);
    expect((await now()).state).toBe('closing');
    await clock.advance(60_000);
    expect((await now()).state).toBe('failed');
  });
});
