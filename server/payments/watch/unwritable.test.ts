import { describe, expect, it } from 'vitest';
import { aServer } from '../../testing/http.ts';
import { seen } from '../../testing/payments.ts';
import { aTill } from '../../testing/till.ts';

const reserved = seen({ scanned: true, reservedAmount: 24_900 });

describe('[P6] a database that cannot be written', () => {
  it('is no reason to lose a payment, and what is stored is known to be old meanwhile', async () => {
    const { clock, vipps, store, watch, start, find } = await aTill();
    const reference = await start();
    const { commit } = store;
    store.commit = () => Promise.reject(new Error('disk full'));
    vipps.polled = reserved;
    await clock.advance(10_000);
    expect(watch.isStuck(reference)).toBe(true);
    store.commit = commit;
    await clock.advance(2_000);
    expect(watch.isStuck(reference)).toBe(false);
    expect(await find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  });

  it('[P2] does not make a capture that was carried out be asked for more often than Vipps takes it', async () => {
    const { clock, vipps, store, start } = await aTill();
    vipps.polled = reserved;
    vipps.fail.capture = () => {
      store.commit = () => Promise.reject(new Error('disk full'));
      store.countFailure = () => Promise.reject(new Error('disk full'));
    };
    await start();
    await clock.advance(60_000);
    expect(vipps.count('capture')).toBeLessThanOrEqual(5);
    expect(new Set(vipps.calls.flatMap(({ key }) => key ?? [])).size).toBe(1);
  });

  it('is said to the screens, which keep what they show', async () => {
    const { clock, vipps, store, start, call, close } = await aServer();
    await start();
    const { commit } = store;
    store.commit = () => Promise.reject(new Error('disk full'));
    vipps.polled = reserved;
    await clock.advance(3_000);
    expect(await call('GET', '/api/tills/1/payment')).toMatchObject({
      status: 503,
      body: { error: { code: 'storage_unavailable' } },
    });
    store.commit = commit;
    await clock.advance(3_000);
    expect(await call('GET', '/api/tills/1/payment')).toMatchObject({
      status: 200,
      body: { payment: { state: 'approved' } },
    });
    await close();
  });

  it('[P2] is no reason to call a refund not done that is stored', async () => {
    const { clock, vipps, store, payments, start } = await aTill();
    vipps.polled = reserved;
    const reference = await start();
    await clock.advance(100);
    const { findOperation } = store;
    store.findOperation = () => Promise.reject(new Error('io'));
    const refund = payments.refund(reference, { value: 900, currency: 'NOK' }, 'k');
    await expect(refund).rejects.toMatchObject({ code: 'vipps_unavailable' });
    store.findOperation = findOperation;
    expect(await payments.refund(reference, { value: 900, currency: 'NOK' }, 'k')).toMatchObject({
      refundedAmount: 900,
    });
  });
});
