import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPayment, seen } from '../testing/payments.ts';
import { aTill } from '../testing/till.ts';
import { anAgreement } from '../testing/vipps.ts';
import { VippsUnavailable } from '../vipps/http/errors.ts';
import { createCheckOne } from './check-one.ts';
import { startDailyPolls } from './daily-polls.ts';

const dayMs = 86_400_000;
const fiveMinutesMs = 300_000;
const log = pino({ level: 'silent' });
const where = { method: 'GET', path: '/', requestId: 'r' };

let shop: Awaited<ReturnType<typeof aTill>>;
let polls: ReturnType<typeof startDailyPolls>;
beforeEach(async () => {
  shop = await aTill();
  const { store, ledger, vipps: gateway, clock, watch } = shop;
  polls = startDailyPolls({
    ...shop,
    log,
    checkOne: createCheckOne({ store, ledger, gateway, clock, log, watch }),
  });
});
afterEach(async () => {
  await polls.stop();
  await shop.watch.stop(0);
  await shop.store.close();
});

/** An agreement that was entered long ago. */
async function anAgreementOf(reference: string, stop: 'none' | 'stopped' = 'none'): Promise<void> {
  const agreement = { ...anAgreement(), id: `agr-${reference}`, stop };
  const payment = aPayment({ reference, till: reference, api: 'recurring', state: 'approved', agreement });
  const { version, state } = payment;
  await shop.store.create(payment, { version, atMs: 0, event: 'created', state, by: null, detail: {} }, null);
}
const stopOf = async (reference: string) => (await shop.find(reference)).agreement?.stop;

describe('agreements that run', () => {
  test('[P1] are polled five minutes after a start: one that its subscriber has stopped is shown as stopped', async () => {
    await anAgreementOf('one');
    shop.vipps.polled = seen({ stopped: true, cancelled: true });
    await shop.clock.advance(fiveMinutesMs - 1);
    expect(await stopOf('one')).toBe('none');
    await shop.clock.advance(1);
    expect(await stopOf('one')).toBe('stopped');
    expect((await shop.store.readHistory('one')).at(-1)).toMatchObject({ event: 'stop_found', by: null });
  });

  test('are polled once a day, one a second; what is over is left alone', async () => {
    for (const reference of ['one', 'two', 'three']) await anAgreementOf(reference);
    await anAgreementOf('over', 'stopped');
    shop.vipps.polled = seen({ accepted: true });
    await shop.clock.advance(2 * dayMs);
    expect(shop.vipps.times('poll')).toEqual([0, 1_000, 2_000, dayMs, dayMs + 1_000, dayMs + 2_000]);
  });

  test('[P6] that Vipps does not show today are polled tomorrow', async () => {
    await anAgreementOf('one');
    shop.vipps.fail.poll = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await shop.clock.advance(dayMs);
    expect(await stopOf('one')).toBe('none');
    shop.vipps.fail = {};
    shop.vipps.polled = seen({ stopped: true, cancelled: true });
    await shop.clock.advance(dayMs);
    expect(await stopOf('one')).toBe('stopped');
  });

  test('[P10] are polled tomorrow where the database cannot be read today', async () => {
    await anAgreementOf('one');
    const find = shop.store.findRunningAgreements;
    shop.store.findRunningAgreements = () => Promise.reject(new Error('locked'));
    await shop.clock.advance(dayMs);
    expect(shop.vipps.count('poll')).toBe(0);
    shop.store.findRunningAgreements = find;
    await shop.clock.advance(dayMs);
    expect(shop.vipps.count('poll')).toBe(1);
  });

  test('are polled no more once the server stops', async () => {
    for (const reference of ['one', 'two']) await anAgreementOf(reference);
    await shop.clock.advance(fiveMinutesMs);
    await polls.stop();
    await shop.clock.advance(dayMs);
    expect(shop.vipps.count('poll')).toBe(1);
  });
});
