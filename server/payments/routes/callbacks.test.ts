// Vipps' callbacks: a nudge to look now, from nobody but Vipps, and never a truth.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aServer, type TestServer } from '../../testing/http.ts';
import { seen } from '../../testing/payments.ts';
import { VippsUnavailable } from '../../vipps/http/errors.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.close());

const paid = seen({ scanned: true, reservedAmount: 24_900 });
const body = { orderId: 'x', transactionInfo: { status: 'RESERVED', amount: 24_900 } };
/** The token is as `aServer` makes it. */
const callBack = (reference: string, token = `callback ${reference}`) =>
  server.post(`/api/callbacks/ecom/v2/payments/${reference}`, body, { cookie: '', authorization: token });

describe('a callback', () => {
  test('has Vipps asked at once where it would be asked later', async () => {
    const { vipps, clock, start, find } = server;
    const reference = await start();
    const where = { method: 'GET', path: '/', requestId: 'r' };
    vipps.fail.poll = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    await clock.advance(10_000);
    delete vipps.fail.poll;
    vipps.polled = paid;
    await clock.advance(1_000);
    const polls = vipps.count('poll');
    expect(await find(reference)).toMatchObject({ state: 'presented' });
    expect((await callBack(reference)).status).toBe(204);
    await clock.settle();
    expect(vipps.count('poll')).toBe(polls + 1);
    expect(await find(reference)).toMatchObject({ state: 'approved' });
  });

  test('[P5] never has Vipps asked twice within a second', async () => {
    const { vipps, clock, start } = server;
    const reference = await start();
    await clock.advance(3_500);
    vipps.calls.length = 0;
    for (let count = 0; count < 20; count += 1) {
      await callBack(reference);
      await clock.advance(250);
    }
    const times = vipps.times('poll');
    expect(times.every((atMs, index) => index === 0 || atMs - (times[index - 1] ?? 0) >= 1_000)).toBe(true);
    expect(times).toHaveLength(5);
  });

  test('[P1] is not believed: only what a poll shows counts', async () => {
    const { clock, start, find } = server;
    const reference = await start();
    expect((await callBack(reference)).status).toBe(204);
    await clock.advance(2_000);
    expect(await find(reference)).toMatchObject({ state: 'presented' });
  });

  test('[P3] about a payment that is over has it polled once more', async () => {
    const { vipps, clock, start, find } = server;
    const reference = await start();
    vipps.polled = seen({ cancelled: true });
    await clock.advance(5_000);
    vipps.polled = paid;
    await callBack(reference);
    await clock.advance(1_000);
    expect(vipps.count('cancel')).toBe(1);
    expect(await find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
  });

  test.each([
    ['without a token', ''],
    ['with another order’s', 'callback till-1-reference-9'],
    ['with one that is longer', 'callback till-1-reference-1 and more'],
  ])('[P8] %s is turned away, and nobody is asked', async (_, token) => {
    const { vipps, clock, start } = server;
    const reference = await start();
    await clock.advance(500);
    vipps.calls.length = 0;
    expect(await callBack(reference, token)).toMatchObject({
      status: 401,
      body: { error: { code: 'not_signed_in' } },
    });
    expect(vipps.count('poll')).toBe(0);
  });

  test('[P8] about a payment that never was is answered like one that nobody may send', async () => {
    const { status, body: answer } = await callBack('till-1-never-was');
    const other = await callBack(await server.start(), 'wrong');
    expect({ status, answer }).toEqual({ status: other.status, answer: other.body });
  });
});
