// Reports over HTTP: of whom, by whom, for how long.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type SalesReport, salesReportSchema } from '../contract/reports.ts';
import { aPos, signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import { till } from '../testing/till.ts';

const amount = { value: 24_900, currency: 'NOK' };
const day = '2026-03-02';
const path = (query: string) => `/api/reports?${query}`;
const today = path(`from=${day}&to=${day}`);

let server: TestServer;
let kari: { cookie: string };
beforeEach(async () => {
  server = await aServer({ tills: [till, { ...till, id: '2', shop: 'bergen' }] });
  onTestFinished(() => server.close());
  kari = await signedIn({ access: server.access, store: server.store }, 'manager', 'Kari', till.shop);
});

async function sell(who: Record<string, string>): Promise<string> {
  server.vipps.polled = seen({ scanned: true, reservedAmount: amount.value });
  const { body } = await server.post('/api/tills/1/payments', { amount }, who);
  await server.clock.advance(1_000);
  return (body as { reference: string }).reference;
}
const read = async (asked: string, who: Record<string, string> = kari): Promise<SalesReport> =>
  salesReportSchema.parse((await server.call('GET', asked, { headers: who })).body);

test('what was sold and refunded is put to who sold it', async () => {
  const reference = await sell(kari);
  await sell(await aPos(server.store, '1', 'The POS'));
  const refund = { amount: { ...amount, value: 900 } };
  expect((await server.post(`/api/payments/${reference}/refund`, refund)).status).toBe(200);
  const { currencies, today: now } = await read(today);
  expect(now).toBe(day);
  const [nok] = currencies;
  expect(nok?.total).toEqual({ sales: 2, salesAmount: 49_800, refundsAmount: 900, netAmount: 48_900 });
  expect(nok?.people).toEqual([
    {
      by: { kind: 'key', name: 'The POS' },
      sales: 1,
      salesAmount: 24_900,
      refundsAmount: 0,
      netAmount: 24_900,
    },
    {
      by: { kind: 'staff', name: 'Kari' },
      sales: 1,
      salesAmount: 24_900,
      refundsAmount: 900,
      netAmount: 24_000,
    },
  ]);
  // The clock of the test stands at ten in Oslo.
  expect(nok?.hours[10]).toMatchObject({ hour: 10, sales: 2 });
});

test('[P8] a manager reads their own shop, and one of all shops each of them', async () => {
  await sell(kari);
  const total = async (query: string, who?: Record<string, string>) =>
    (await read(path(`from=${day}&to=${day}${query}`), who)).currencies[0]?.total.sales;
  expect(await total('')).toBe(1);
  expect((await server.call('GET', `${today}&shop=bergen`, { headers: kari })).status).toBe(403);
  const { cookie } = server.manager;
  expect([await total('&shop=shop', { cookie }), await total('&shop=bergen', { cookie })]).toEqual([1, 0]);
  expect((await server.call('GET', `${today}&shop=none`)).status).toBe(404);
});

test.each(['', 'from=2026-03-02', `from=${day}&to=2026-03-01`, `from=2025-03-01&to=${day}`, 'from=x&to=y'])(
  'the period %j is none',
  async (query) => {
    expect((await server.call('GET', path(query))).status).toBe(400);
  },
);

test('a year is one', async () => {
  expect((await read(path(`from=2025-03-02&to=${day}`))).currencies[0]?.days).toHaveLength(366);
});
