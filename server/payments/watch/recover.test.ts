import { describe, expect, it } from 'vitest';
import { seen } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';
import { VippsUnavailable } from '../../vipps/http/errors.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const unknown = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const reserved = seen({ scanned: true, reservedAmount: 24_900 });

describe('[P10] a server that starts again', () => {
  it('watches every payment that was open within 2 seconds', async () => {
    const before = await aTill();
    const reference = await before.start();
    await before.watch.stop(0);
    const after = await aTill({ store: before.store, clock: before.clock });
    after.vipps.polled = reserved;
    expect(await after.payments.recover()).toBe(1);
    await before.clock.advance(2_000);
    expect(await after.find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  });

  it('[P2] repeats a capture that it had not heard of with the stored key', async () => {
    const before = await aTill();
    before.vipps.fail.capture = unknown;
    before.vipps.polled = reserved;
    const reference = await before.start();
    await before.clock.advance(1_000);
    await before.watch.stop(0);
    const after = await aTill({ store: before.store, clock: before.clock });
    after.vipps.polled = reserved;
    await after.payments.recover();
    await before.clock.advance(100);
    const keys = [...before.vipps.calls, ...after.vipps.calls].flatMap((call) => call.key ?? []);
    expect(new Set(keys).size).toBe(1);
    expect(await after.find(reference)).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
  });

  it('[P4] closes a sale whose start it did not see the end of, and says that it failed', async () => {
    const before = await aTill();
    before.vipps.fail.start = () => new Promise(() => undefined);
    before.start().catch(() => undefined);
    await before.clock.settle();
    const [started] = await before.store.findUnfinished();
    expect(started?.state).toBe('started');
    const after = await aTill({ store: before.store, clock: before.clock });
    await after.payments.recover();
    await before.clock.advance(1_000);
    expect(after.vipps.count('cancel')).toBe(1);
    expect(await after.find(started?.reference ?? '')).toMatchObject({ state: 'failed' });
  });
});

describe('stopping', () => {
  it('begins no new call and lets one that is under way finish', async () => {
    const { clock, vipps, watch, start, find } = await aTill();
    vipps.polled = reserved;
    vipps.fail.capture = async () => {
      await clock.sleep(500);
    };
    const reference = await start();
    const stopped = watch.stop(3_000);
    await clock.advance(600);
    await stopped;
    expect(await find(reference)).toMatchObject({ capture: 'captured' });
    const count = vipps.calls.length;
    await clock.advance(10_000);
    expect(vipps.calls).toHaveLength(count);
  });

  it('does not wait for what is planned for later', async () => {
    const { clock, vipps, watch, start } = await aTill();
    vipps.polled = reserved;
    vipps.fail.capture = async () => {
      await clock.sleep(500);
      return unknown();
    };
    await start();
    let stopped = false;
    watch.stop(3_000).then(() => {
      stopped = true;
    });
    await clock.advance(600);
    expect(stopped).toBe(true);
  });
});
