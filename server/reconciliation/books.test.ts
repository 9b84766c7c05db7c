// On which day money counts: on the day on which it moved, or was found to have moved, and on no other.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paymentSchema } from '../contract/payments.ts';
import { type Reconciliation, reconciliationSchema } from '../contract/reconciliation.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import * as calendar from './calendar.ts';

const all = 24_900;
const dayMs = 86_400_000;
const shopDay = { timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const dayOf = (ms: number) => calendar.dayOf(ms, shopDay);
const boundsOf = (day: string) => calendar.boundsOf(day, shopDay);
const held = seen({ scanned: true, reservedAmount: all });
const paid = { ...held, capturedAmount: all };
const sale = { amount: { value: all, currency: 'NOK' }, text: 'Coffee' };
const nothing = { sales: 0, salesAmount: 0, refundsAmount: 0, releasedAmount: 0, reservedAmount: 0 };

let server: TestServer;
const open = async (options: Parameters<typeof aServer>[0] = {}) => {
  server = await aServer(options);
};
beforeEach(() => open());
afterEach(() => server.close());

async function sell(): Promise<string> {
  server.vipps.polled = seen();
  return paymentSchema.parse((await server.post('/api/tills/1/payments', sale)).body).reference;
}
async function sellPaid(): Promise<string> {
  const reference = await sell();
  server.vipps.polled = held;
  await server.clock.advance(1_500);
  return reference;
}
const act = async (reference: string, what: string, body: object = {}) =>
  expect(await server.post(`/api/payments/${reference}/${what}`, body)).toMatchObject({ status: 200 });
const refund = (reference: string, value: number) =>
  act(reference, 'refund', { amount: { value, currency: 'NOK' } });

const today = () => dayOf(server.clock.nowMs());
async function report(date: string): Promise<Reconciliation> {
  const { status, body } = await server.call('GET', `/api/reconciliation?date=${date}`);
  expect(status).toBe(200);
  return reconciliationSchema.strict().parse(body);
}
/** To `beforeMs` before the day ends, or after it began. */
async function toMidnight(beforeMs: number): Promise<void> {
  await server.clock.advance(boundsOf(today()).toMs - beforeMs - server.clock.nowMs());
  await server.signInAgain();
}
async function nextDay(): Promise<void> {
  await server.clock.advance(dayMs);
  await server.signInAgain();
}
/** What of a day may never change once it is over. */
const booksOf = ({ movements, totals, grandTotals }: Reconciliation) => ({ movements, totals, grandTotals });

describe('a sum counts on the day on which money moved', () => {
  it('though the sale was started before midnight, and approved after it', async () => {
    await toMidnight(1_000);
    const [before, reference] = [today(), await sell()];
    server.vipps.polled = held;
    await server.clock.advance(2_000);
    expect((await report(before)).totals).toMatchObject([nothing]);
    const { totals, movements, checks } = await report(today());
    expect(totals).toMatchObject([{ sales: 1, salesAmount: all }]);
    expect(movements).toMatchObject([{ kind: 'captured', amount: { value: all }, reference, found: false }]);
    expect(checks).toMatchObject([{ outcome: 'agrees', payment: { reference } }]);
  });

  it('a refund, with a row of its own, on a day on which nothing else was sold', async () => {
    const [first, reference] = [today(), await sellPaid()];
    await nextDay();
    await refund(reference, 900);
    server.vipps.polled = { ...paid, refundedAmount: 900 };
    const { movements, totals, checks } = await report(today());
    expect(movements).toMatchObject([
      { kind: 'refunded', amount: { value: 900 }, reference, text: 'Coffee', found: false },
    ]);
    expect(movements[0]?.startedAt.slice(0, 10)).toBe(first);
    expect(totals).toMatchObject([{ sales: 0, refundsAmount: 900, netAmount: -900 }]);
    expect(checks).toMatchObject([{ outcome: 'agrees', payment: { reference } }]);
    expect((await report(first)).totals).toMatchObject([{ sales: 1, salesAmount: all, refundsAmount: 0 }]);
  });

  it('a capture and a release, days after the sale, which was held until then', async () => {
    await server.close();
    await open({ capture: 'manual' });
    const [first, reference] = [today(), await sellPaid()];
    await nextDay();
    const second = today();
    await act(reference, 'capture', { amount: { value: 9_000, currency: 'NOK' } });
    await nextDay();
    await act(reference, 'release');
    const totals = async (date: string) => (await report(date)).totals;
    expect(await totals(first)).toMatchObject([{ ...nothing, sales: 1, reservedAmount: all }]);
    expect(await totals(second)).toMatchObject([
      { ...nothing, salesAmount: 9_000, reservedAmount: all - 9_000 },
    ]);
    expect(await totals(today())).toMatchObject([{ ...nothing, releasedAmount: all - 9_000 }]);
    expect((await report(today())).movements).toMatchObject([{ kind: 'released', reference }]);
  });

  it('a refund that was made in the portal counts, and is shown, when it is found', async () => {
    const [first, reference] = [today(), await sellPaid()];
    await nextDay();
    const printed = await report(first);
    server.vipps.polled = { ...paid, refundedAmount: 900 };
    await act(reference, 'check');
    const { movements, totals } = await report(today());
    expect(movements).toMatchObject([{ kind: 'refunded', amount: { value: 900 }, reference, found: true }]);
    expect(totals).toMatchObject([{ refundsAmount: 900, netAmount: -900 }]);
    expect(booksOf(await report(first))).toEqual(booksOf(printed));
  });

  it('what the portal captured, or cancelled, of a sale that was held, is found in the same way', async () => {
    await server.close();
    await open({ capture: 'manual' });
    await sellPaid();
    server.vipps.polled = { ...held, cancelled: true, releasedAmount: all };
    const { checks, movements, totals } = await report(today());
    expect(checks).toMatchObject([{ outcome: 'differs', differences: [{ code: 'voided' }] }]);
    expect(movements).toMatchObject([{ kind: 'released', amount: { value: all }, found: true }]);
    expect(totals).toMatchObject([{ ...nothing, sales: 1, releasedAmount: all }]);
    expect((await report(today())).checks).toMatchObject([{ outcome: 'agrees' }]);
    await nextDay();
    await sellPaid();
    server.vipps.polled = paid;
    const later = await report(today());
    expect(later.movements).toMatchObject([{ kind: 'captured', found: true }]);
    expect(later.totals).toMatchObject([{ ...nothing, sales: 1, salesAmount: all }]);
  });

  it('an agreement that the customer has ended releases nothing of its first payment', async () => {
    await server.close();
    await open({ capture: 'manual' });
    await sellPaid();
    server.vipps.polled = { ...held, cancelled: true };
    const { movements, totals } = await report(today());
    expect(movements).toEqual([]);
    expect(totals).toMatchObject([{ ...nothing, sales: 1, reservedAmount: all }]);
  });

  it('more than the customer approved is never entered: it stays a difference', async () => {
    await sellPaid();
    server.vipps.polled = { ...paid, reservedAmount: 2 * all, capturedAmount: 2 * all };
    for (let times = 0; times < 2; times += 1) {
      const { checks, totals } = await report(today());
      expect(checks).toMatchObject([{ outcome: 'differs', differences: [{ code: 'captured_differs' }] }]);
      expect(totals).toMatchObject([{ salesAmount: all }]);
    }
  });

  it('[P3] late money that is released has a row, and is no sale', async () => {
    const reference = await sell();
    await act(reference, 'cancel');
    await server.clock.advance(1_000);
    server.vipps.polled = held;
    await server.clock.advance(70_000);
    expect(await server.find(reference)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
    const { movements, totals } = await report(today());
    expect(movements).toMatchObject([{ kind: 'released', amount: { value: all }, reference }]);
    expect(totals).toMatchObject([{ ...nothing, releasedAmount: all }]);
  });
});

describe('a day that was printed', () => {
  it('does not change: what comes later is on a later day, also when the clock is put back', async () => {
    const [first, reference] = [today(), await sellPaid()];
    await toMidnight(-1_000);
    const printed = booksOf(await report(first));
    server.clock.jumpWallClock(-3_600_000);
    expect(today()).toBe(first);
    await refund(reference, 900);
    await sellPaid();
    server.clock.jumpWallClock(3_600_000);
    expect(booksOf(await report(first))).toEqual(printed);
    expect((await report(today())).totals).toMatchObject([
      { sales: 1, salesAmount: all, refundsAmount: 900 },
    ]);
  });
});
