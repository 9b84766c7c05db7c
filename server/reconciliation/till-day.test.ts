// What the cashier's tab and the report call today are one day, with the same sums.
import { afterEach, expect, test } from 'vitest';
import { paymentListSchema, paymentSchema } from '../contract/payments.ts';
import { reconciliationSchema, tillDaySchema } from '../contract/reconciliation.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { seen } from '../testing/payments.ts';
import { till } from '../testing/till.ts';
import { VippsUnavailable } from '../vipps/http/errors.ts';

const all = 24_900;
const held = seen({ scanned: true, reservedAmount: all });
const where = { method: 'GET', path: '/', requestId: 'r', outcome: 'unknown' } as const;
const bar = { ...till, timeZone: 'Europe/Oslo', dayEndsAt: 4 };

let server: TestServer;
/** Where the server itself stands does not matter. */
const zone = process.env['TZ'];
afterEach(async () => {
  await server.close();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

async function open(at: string, tills = [bar]): Promise<void> {
  server = await aServer({ tills, clock: manualClock(Date.parse(at)) });
}
async function sell(id = '1'): Promise<string> {
  server.vipps.polled = seen();
  const sale = { amount: { value: all, currency: 'NOK' }, text: 'Beer' };
  const { body } = await server.post(`/api/tills/${id}/payments`, sale);
  server.vipps.polled = held;
  await server.clock.advance(1_500);
  return paymentSchema.parse(body).reference;
}
const day = async (id = '1') =>
  tillDaySchema.strict().parse((await server.call('GET', `/api/tills/${id}/day`)).body);
const report = async (query = '') =>
  reconciliationSchema.strict().parse((await server.call('GET', `/api/reconciliation${query}`)).body);
const at = async (time: string) => {
  await server.clock.advance(Date.parse(time) - server.clock.nowMs());
  await server.signInAgain();
};

test.each(['UTC', 'Pacific/Auckland'])(
  'a bar’s night counts to the evening on which it began, on both, wherever the server is (%s)',
  async (where) => {
    process.env['TZ'] = where;
    await open('2026-03-28T20:00:00Z');
    await sell();
    // The clocks are put forward in this night: it ends at 02:00 UTC.
    await at('2026-03-29T01:50:00Z');
    await sell();
    const evening = { date: '2026-03-28', from: '2026-03-28T03:00:00.000Z', to: '2026-03-29T02:00:00.000Z' };
    expect(await day()).toMatchObject({ ...evening, sales: 2, totals: { netAmount: 2 * all } });
    expect(await report()).toMatchObject({
      today: '2026-03-28',
      days: [{ ...evening, shop: 'shop', timeZone: 'Europe/Oslo', dayEndsAt: 4 }],
      grandTotals: [{ sales: 2, netAmount: 2 * all }],
    });
    await at('2026-03-29T02:00:00Z');
    expect(await day()).toMatchObject({
      date: '2026-03-29',
      sales: 0,
      totals: { netAmount: 0 },
      earlier: [],
    });
    expect(await report()).toMatchObject({ date: '2026-03-29', grandTotals: [{ sales: 0 }] });
    expect(await report('?date=2026-03-28')).toMatchObject({ grandTotals: [{ netAmount: 2 * all }] });
  },
);

test('has what was refunded today of a sale of yesterday, with that sale, in the sums of both', async () => {
  await open('2026-03-02T12:00:00Z');
  const reference = await sell();
  await at('2026-03-03T12:00:00Z');
  await sell();
  const refund = { amount: { value: 900, currency: 'NOK' } };
  expect(await server.post(`/api/payments/${reference}/refund`, refund)).toMatchObject({ status: 200 });
  const today = await day();
  expect(today).toMatchObject({ sales: 1, subscribers: 0, earlier: [{ reference, refundedAmount: 900 }] });
  expect(today.totals).toMatchObject({ salesAmount: all, refundsAmount: 900, netAmount: all - 900 });
  // What Vipps shows is not what this is about.
  server.vipps.fail.poll = () => new VippsUnavailable('down', where);
  expect((await report()).totals).toEqual([today.totals]);
});

test('[P8] is of one till, and each shop has days of its own', async () => {
  const helsinki = { ...till, id: '2', shop: 'kallio', timeZone: 'Europe/Helsinki', dayEndsAt: 0 };
  await open('2026-03-02T22:30:00Z', [{ ...bar, dayEndsAt: 0 }, helsinki]);
  await sell();
  expect(await day()).toMatchObject({ date: '2026-03-02', sales: 1 });
  expect(await day('2')).toMatchObject({ date: '2026-03-03', sales: 0 });
  const both = await report();
  expect(both).toMatchObject({ today: '2026-03-03', grandTotals: [{ sales: 0 }] });
  expect(both.days.map(({ shop, from }) => [shop, from])).toEqual([
    ['shop', '2026-03-02T23:00:00.000Z'],
    ['kallio', '2026-03-02T22:00:00.000Z'],
  ]);
  expect(await report('?date=2026-03-02')).toMatchObject({ grandTotals: [{ sales: 1 }] });
});

test('payments are found by the days of the shop', async () => {
  await open('2026-03-02T02:59:00Z');
  const night = await sell();
  await at('2026-03-02T03:00:00Z');
  const morning = await sell();
  const found = async (query: string) => {
    const { body } = await server.call('GET', `/api/payments?till=1&${query}`);
    return paymentListSchema.parse(body).payments.map(({ reference }) => reference);
  };
  expect(await found('from=2026-03-01&to=2026-03-02')).toEqual([night]);
  expect(await found('from=2026-03-02')).toEqual([morning]);
  expect(await server.call('GET', '/api/payments?from=2026-02-30')).toMatchObject({ status: 400 });
});
