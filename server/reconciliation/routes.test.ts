import { setTimeout as realTime } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paymentSchema } from '../contract/payments.ts';
import { type Reconciliation, reconciliationSchema } from '../contract/reconciliation.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import type { PolledOrder } from '../vipps/gateway.ts';
import { VippsUnavailable } from '../vipps/http/errors.ts';
import * as calendar from './calendar.ts';

const all = 24_900;
const dayMs = 86_400_000;
const shopDay = { timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const dayOf = (ms: number) => calendar.dayOf(ms, shopDay);
const boundsOf = (day: string) => calendar.boundsOf(day, shopDay);
const sale = { amount: { value: all, currency: 'NOK' }, text: 'Coffee' };
const unavailable = () =>
  new VippsUnavailable('down', {
    method: 'GET',
    path: '/details',
    requestId: 'r',
    outcome: 'unknown' as const,
  });

let server: TestServer;
/** What Vipps shows of some payments; of the others it shows `server.vipps.sight`. */
let sights: Map<string, PolledOrder | null>;
beforeEach(async () => {
  server = await aServer();
  sights = new Map();
  const poll = server.vipps.poll.bind(server.vipps);
  server.vipps.poll = async (order) => {
    const usual = await poll(order);
    const polled = sights.get(order.reference);
    return polled === undefined ? usual : polled;
  };
});
afterEach(() => server.close());

async function sell(): Promise<string> {
  server.vipps.polled = seen();
  const answer = await server.post('/api/tills/1/payments', sale);
  return paymentSchema.parse(answer.body).reference;
}
const paid = seen({ scanned: true, reservedAmount: all, capturedAmount: all });
/** A sale that is paid and captured, after which Vipps goes on showing that. */
async function sellPaid(): Promise<string> {
  const reference = await sell();
  server.vipps.polled = seen({ scanned: true, reservedAmount: all });
  await server.clock.advance(1_500);
  expect(await server.find(reference)).toMatchObject({ state: 'approved', capture: 'captured' });
  sights.set(reference, paid);
  return reference;
}
async function sellCancelled(): Promise<string> {
  const reference = await sell();
  await server.post(`/api/payments/${reference}/cancel`, {});
  await server.clock.advance(1_500);
  expect(await server.find(reference)).toMatchObject({ state: 'cancelled' });
  sights.set(reference, seen({ cancelled: true }));
  return reference;
}

async function report(query = ''): Promise<Reconciliation> {
  const answer = await server.call('GET', `/api/reconciliation${query}`);
  expect(answer.status).toBe(200);
  return reconciliationSchema.strict().parse(answer.body);
}
const outcomesOf = ({ checks }: Reconciliation) => checks.map(({ outcome }) => outcome);

describe('which day', () => {
  it('is today without a date, from local midnight to local midnight', async () => {
    const { fromMs, toMs } = boundsOf(dayOf(server.clock.nowMs()));
    await server.clock.advance(toMs - 5_000 - server.clock.nowMs());
    await server.signInAgain();
    const last = await sellPaid();
    await server.clock.advance(5_000);
    const first = await sell();
    const today = await report();
    expect(today).toMatchObject({ date: dayOf(toMs), today: dayOf(toMs) });
    expect(today.checks.map(({ payment }) => payment.reference)).toEqual([first]);
    const yesterday = await report(`?date=${dayOf(fromMs)}`);
    expect(yesterday).toMatchObject({ date: dayOf(fromMs), today: dayOf(toMs) });
    expect(yesterday.checks.map(({ payment }) => payment.reference)).toEqual([last]);
  });

  it('may be empty, and still has every till', async () => {
    const { checks, totals } = await report('?date=2020-02-29');
    expect(checks).toEqual([]);
    expect(totals).toMatchObject([{ till: '1', currency: 'NOK', sales: 0, netAmount: 0 }]);
  });

  it('is refused by its name when it is none, is yet to come, or is given twice', async () => {
    const tomorrow = dayOf(server.clock.nowMs() + dayMs);
    const today = dayOf(server.clock.nowMs());
    const wrong = ['', 'today', '2026-02-29', '2026-3-2', '02.03.2026', `${today}T00:00:00Z`, tomorrow];
    for (const date of [...wrong, `${today}&date=${today}`]) {
      const answer = await server.call('GET', `/api/reconciliation?date=${date}`);
      const message = expect.stringMatching(/^date: /);
      expect(answer, date).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_request', message } },
      });
    }
    expect(await server.call('GET', '/api/reconciliation?day=2026-03-02')).toMatchObject({ status: 400 });
  });
});

describe('comparing with Vipps', () => {
  it('finds that both sides agree, with what each of them says', async () => {
    await sellPaid();
    await sellCancelled();
    const { checks, checkedAt } = await report();
    expect(checks).toMatchObject([
      { outcome: 'agrees', payment: { state: 'approved' }, vipps: { known: true, capturedAmount: all } },
      { outcome: 'agrees', payment: { state: 'cancelled' }, vipps: { cancelled: true, capturedAmount: 0 } },
    ]);
    expect(checkedAt).toBe(new Date(server.clock.nowMs()).toISOString());
  });

  it('lists what was refunded in the portal, and counts it from then on', async () => {
    sights.set(await sellPaid(), { ...paid, refundedAmount: 900 });
    const { checks, totals } = await report();
    expect(checks).toMatchObject([
      {
        outcome: 'differs',
        payment: { refundedAmount: 0 },
        differences: [{ code: 'refunded_differs' }],
        vipps: { refundedAmount: 900 },
      },
    ]);
    expect(totals).toMatchObject([{ refundsAmount: 900 }]);
    expect((await report()).checks).toMatchObject([{ outcome: 'agrees', payment: { refundedAmount: 900 } }]);
  });

  it('[P5] never asks about a payment that is still open: the watch does', async () => {
    await sell();
    const polls = server.vipps.count('poll');
    expect((await report()).checks).toMatchObject([{ outcome: 'open', vipps: null }]);
    expect(server.vipps.count('poll')).toBe(polls);
  });

  it('calls a capture or a refund that is under way just that', async () => {
    server.vipps.fail.capture = unavailable;
    await sell();
    server.vipps.polled = seen({ scanned: true, reservedAmount: all });
    await server.clock.advance(1_500);
    expect((await report()).checks).toMatchObject([
      { outcome: 'in_progress', payment: { capture: 'pending' }, vipps: { reservedAmount: all } },
    ]);
  });

  it('calls a payment that changed while it was polled in progress, never different', async () => {
    const reference = await sellPaid();
    const poll = server.vipps.poll;
    server.vipps.poll = async () => {
      server.vipps.poll = poll;
      await server.ledger.change(reference, { type: 'refund', amount: 900 }, { operation: wish });
      await server.ledger.change(reference, { type: 'refunded', refundedAmount: 900 }, { settled });
      return paid;
    };
    const wish = { key: 'in-between', asked: null };
    const settled = { key: 'in-between', state: 'done' } as const;
    const { checks, totals } = await report();
    expect(checks).toMatchObject([{ outcome: 'in_progress', payment: { refundedAmount: 900 } }]);
    expect(totals).toMatchObject([{ refundsAmount: 900, netAmount: all - 900 }]);
    sights.set(reference, { ...paid, refundedAmount: 900 });
    expect(outcomesOf(await report())).toEqual(['agrees']);
  });

  it('[P3] hands late money to the watch, which gives it back', async () => {
    const reference = await sellCancelled();
    await server.clock.advance(30 * 60_000);
    expect(server.watch.size()).toBe(0);
    const released = Promise.withResolvers<void>();
    server.vipps.cancel = async () => {
      sights.set(reference, seen({ reservedAmount: all, cancelled: true }));
      released.resolve();
    };
    sights.set(reference, seen({ scanned: true, reservedAmount: all }));
    const { checks } = await report();
    expect(checks).toMatchObject([{ outcome: 'differs', differences: [{ code: 'late_money' }] }]);
    await released.promise;
    await server.clock.advance(10_000);
    expect(await server.find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
    expect(outcomesOf(await report())).toEqual(['agrees']);
  });
});

describe('when it goes wrong', () => {
  it('[P1] says what it could not check, and why, and still has the sums', async () => {
    await sellPaid();
    server.vipps.fail.poll = unavailable;
    const { checks, totals } = await report();
    const unchecked = { code: 'vipps_unavailable', message: 'Vipps MobilePay did not answer.' };
    expect(checks).toMatchObject([{ outcome: 'not_checked', vipps: null, differences: [], unchecked }]);
    expect(totals).toMatchObject([{ sales: 1, salesAmount: all }]);
  });

  it('stops asking when the caller has hung up', async () => {
    for (let number = 0; number < 12; number += 1) await sellPaid();
    let asked = 0;
    let brokenOff = 0;
    server.vipps.poll = (_order, signal) => {
      asked += 1;
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          brokenOff += 1;
          reject(unavailable());
        });
      });
    };
    const hangUp = new AbortController();
    const gone = fetch(`${server.url}/api/reconciliation`, {
      headers: server.manager,
      signal: hangUp.signal,
    });
    while (asked < 5) await realTime(1);
    hangUp.abort();
    await expect(gone).rejects.toThrow();
    while (brokenOff < 5) await realTime(1);
    await server.clock.settle();
    expect(asked).toBe(5);
  });
});
