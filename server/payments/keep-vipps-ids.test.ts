// What Vipps calls a payment, and the calls about it that failed, is kept beside its history.
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { act, approve, charge, forMs, newest, scan, untilQuiet } from '../testing/faults/acts.ts';
import { paidKinds } from '../testing/faults/kinds.ts';
import { aFaultyShop } from '../testing/faults/shop.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { seen } from '../testing/payments.ts';
import { aStore } from '../testing/store.ts';
import { ScriptedVipps } from '../testing/till.ts';
import { anOrder } from '../testing/vipps.ts';
import { ReferenceTaken, StartUnfinished } from '../vipps/gateway.ts';
import { VippsRejected, VippsUnavailable } from '../vipps/http/errors.ts';
import { keepVippsIds } from './keep-vipps-ids.ts';

const order = anOrder();
const operation = { amountMinor: 100, key: 'k' };
const where = { method: 'POST', path: '/', requestId: 'r' };
const refused = (trace: string | null) => new VippsRejected('no', { ...where, trace });

async function setUp() {
  const clock = manualClock();
  const store = await aStore();
  onTestFinished(() => store.close());
  const vipps = new ScriptedVipps(clock);
  const deps = { vippsIds: store.vippsIds, clock, log: pino({ level: 'silent' }) };
  const kept = async () =>
    (await store.vippsIds.readVippsIds(order.reference)).map(({ about, id }) => `${about} ${id}`);
  return { vipps, store, kept, gateway: keepVippsIds(vipps, deps) };
}

describe('an id of Vipps', () => {
  test('of a call that failed is kept, and the failure is as it was', async () => {
    const { vipps, gateway, kept } = await setUp();
    const calls = {
      start: () => gateway.start(order),
      poll: () => gateway.poll(order),
      cancel: () => gateway.cancel(order, 'cancel-1'),
      capture: () => gateway.capture(order, operation),
      refund: () => gateway.refund(order, operation),
      release: () => gateway.release(order, operation),
      stop: () => gateway.stop(order, operation),
      sendReceipt: () => gateway.sendReceipt(order),
    };
    for (const [name, call] of Object.entries(calls)) {
      const error = refused(`trace-of-${name}`);
      vipps.fail = { [name]: () => error };
      await expect(call()).rejects.toBe(error);
    }
    expect((await kept()).sort()).toEqual([
      'cancel trace-of-cancel',
      'capture trace-of-capture',
      'look trace-of-poll',
      'receipt trace-of-sendReceipt',
      'refund trace-of-refund',
      'release trace-of-release',
      'start trace-of-start',
      'stop trace-of-stop',
    ]);
  });

  test('is found in what led to a failure, and where there is none nothing is kept', async () => {
    const { vipps, gateway, kept } = await setUp();
    const cause = refused('trace-of-cause');
    const noToken = new VippsUnavailable('no access token', { ...where, outcome: 'not_done', cause });
    vipps.fail.start = () => new StartUnfinished(noToken, { lost: false });
    await expect(gateway.start(order)).rejects.toThrow();
    vipps.fail.start = () => new ReferenceTaken(refused('trace-of-taken'));
    await expect(gateway.start(order)).rejects.toThrow();
    for (const error of [refused(null), new Error('ours')]) {
      vipps.fail.cancel = () => error;
      await expect(gateway.cancel(order, 'cancel-1')).rejects.toBe(error);
    }
    expect((await kept()).sort()).toEqual(['start trace-of-cause', 'start trace-of-taken']);
  });

  test('of the payment is kept once, however often it is seen', async () => {
    const { vipps, gateway, kept, store } = await setUp();
    vipps.polled = seen({ pspReference: 'psp-1' });
    const { keepVippsId } = store.vippsIds;
    let writes = 0;
    store.vippsIds.keepVippsId = (...id) => {
      writes += 1;
      return keepVippsId(...id);
    };
    for (let second = 0; second < 5; second += 1) await gateway.poll(order);
    vipps.polled = null;
    await gateway.poll(order);
    expect(await kept()).toEqual(['payment psp-1']);
    expect(writes).toBe(1);
  });

  test('of an outage fills no disk: five of each kind of call are enough, also after a restart', async () => {
    const { vipps, gateway, kept, store } = await setUp();
    let number = 0;
    vipps.fail.poll = () => refused(`trace-${++number}`);
    for (let second = 0; second < 20; second += 1) await gateway.poll(order).catch(() => undefined);
    const deps = { vippsIds: store.vippsIds, clock: manualClock(), log: pino({ level: 'silent' }) };
    const next = keepVippsIds(vipps, deps);
    for (let second = 0; second < 20; second += 1) await next.poll(order).catch(() => undefined);
    expect(await kept()).toEqual([
      'look trace-1',
      'look trace-2',
      'look trace-3',
      'look trace-4',
      'look trace-5',
    ]);
  });

  test('that cannot be stored hinders nothing, and is stored the next time', async () => {
    const { vipps, gateway, kept, store } = await setUp();
    vipps.polled = seen({ pspReference: 'psp-1' });
    const { keepVippsId } = store.vippsIds;
    store.vippsIds.keepVippsId = () => Promise.reject(new Error('disk full'));
    expect(await gateway.poll(order)).toMatchObject({ pspReference: 'psp-1' });
    const error = refused('trace-1');
    vipps.fail.cancel = () => error;
    await expect(gateway.cancel(order, 'cancel-1')).rejects.toBe(error);
    store.vippsIds.keepVippsId = keepVippsId;
    await gateway.poll(order);
    expect(await kept()).toEqual(['payment psp-1']);
  });
});

test.each(paidKinds)(
  '%s: what Vipps calls the payment and its refusals is there for its support',
  async (kind) => {
    const shop = await aFaultyShop({ kind, capture: 'manual' });
    onTestFinished(() => shop.close());
    await charge(shop, 'sale');
    await scan(shop);
    await forMs(shop, 1_000);
    await approve(shop);
    await forMs(shop, 1_000);
    shop.line.strike([{ on: 'capture', fault: '503', times: 1 }]);
    await act(shop, 'capture', 'capture-1');
    await untilQuiet(shop);
    const { reference } = await newest(shop);
    const ids = await shop.store.vippsIds.readVippsIds(reference);
    expect(ids.map(({ about }) => about).sort()).toEqual(['capture', 'payment']);
    for (const { id } of ids) expect(id).toMatch(/^[\w:.-]{8,}$/);
  },
);
