import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ManualClock, manualClock } from '../testing/manual-clock.ts';
import { aPayment, seen } from '../testing/payments.ts';
import { ScriptedVipps } from '../testing/till.ts';
import { VippsRejected, VippsUnavailable } from '../vipps/http/errors.ts';
import { lookUpAll, patienceMs, pollsAtOnce } from './look-up.ts';

const where = { method: 'GET', path: '/details', requestId: 'r' };
const down = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
const payments = (count: number) =>
  Array.from({ length: count }, (_, number) => aPayment({ reference: `till-1-${number}`, version: number }));

let clock: ManualClock;
let vipps: ScriptedVipps;
let gone: AbortController;
beforeEach(() => {
  clock = manualClock();
  vipps = new ScriptedVipps(clock);
  gone = new AbortController();
});

const lookUp = (count: number) =>
  lookUpAll(payments(count), { gateway: vipps, clock, log: pino({ level: 'silent' }) }, gone.signal);

describe('looking up a day', () => {
  test('asks once about each payment, and remembers how the payment was then', async () => {
    vipps.polled = seen({ reservedAmount: 7 });
    const found = await lookUp(12);
    expect(vipps.count('poll')).toBe(12);
    expect(found.size).toBe(12);
    expect(found.get('till-1-11')).toEqual({ version: 11, polled: seen({ reservedAmount: 7 }) });
  });

  test('never asks more than a handful of questions at once', async () => {
    let [under, most] = [0, 0];
    vipps.fail.poll = async () => {
      under += 1;
      most = Math.max(most, under);
      await clock.sleep(100);
      under -= 1;
    };
    const done = lookUp(23);
    await clock.advance(500);
    expect((await done).size).toBe(23);
    expect(most).toBe(pollsAtOnce);
  });

  test('goes on after an answer that did not come, and says why', async () => {
    let number = 0;
    vipps.fail.poll = () => {
      number += 1;
      if (number === 2) return down();
      return number === 3 ? new VippsRejected('blocked', { ...where, status: 403 }) : undefined;
    };
    const found = await lookUp(6);
    expect(found.get('till-1-1')).toMatchObject({ unchecked: { code: 'vipps_unavailable' } });
    const message = 'Vipps MobilePay refused to answer: blocked';
    expect(found.get('till-1-2')).toMatchObject({ unchecked: { code: 'vipps_rejected', message } });
    expect([...found.values()].filter((one) => 'polled' in one)).toHaveLength(4);
  });

  test('stops asking when several questions in a row have failed', async () => {
    vipps.fail.poll = down;
    const found = await lookUp(200);
    expect(vipps.count('poll')).toBeLessThan(2 * pollsAtOnce);
    expect(found.size).toBe(200);
    expect(found.get('till-1-199')).toMatchObject({ unchecked: { code: 'not_asked' } });
  });

  test('does not stop for failures that are far between', async () => {
    let number = 0;
    vipps.fail.poll = () => {
      number += 1;
      return number % 3 === 0 ? down() : undefined;
    };
    expect((await lookUp(60)).size).toBe(60);
    expect(vipps.count('poll')).toBe(60);
  });

  test('stops asking when it has taken too long, and has what came until then', async () => {
    vipps.fail.poll = () => clock.sleep(patienceMs / 2);
    const done = lookUp(4 * pollsAtOnce);
    await clock.advance(patienceMs);
    const found = await done;
    expect([...found.values()].filter((one) => 'polled' in one)).toHaveLength(2 * pollsAtOnce);
    const last = found.get(`till-1-${4 * pollsAtOnce - 1}`);
    expect(last).toMatchObject({
      unchecked: { code: 'not_asked', message: 'Not asked: there was no time left.' },
    });
  });

  test('stops asking when nobody is there any more', async () => {
    vipps.fail.poll = () => {
      if (vipps.count('poll') === 3) gone.abort();
    };
    await lookUp(100);
    expect(vipps.count('poll')).toBeLessThan(3 + pollsAtOnce);
  });

  test('lets a fault of ours be seen, and asks no more', async () => {
    vipps.fail.poll = () => (vipps.count('poll') === 3 ? new TypeError('a fault') : clock.sleep(1));
    const done = lookUp(100);
    await expect(done).rejects.toThrow('a fault');
    await clock.advance(10_000);
    expect(vipps.count('poll')).toBeLessThan(3 + pollsAtOnce);
  });
});
