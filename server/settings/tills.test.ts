// Tills that managers add, rename and retire while the server runs.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { hashToken } from '../access/secrets/tokens.ts';
import type { ShopSettings } from '../contract/settings.ts';
import { signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import { till } from '../testing/till.ts';

const amount = { value: 24_900, currency: 'NOK' };

let server: TestServer;
let kari: { cookie: string };
async function serve(options: Parameters<typeof aServer>[0] = {}): Promise<void> {
  server = await aServer(options);
  onTestFinished(() => server.close());
  kari = await signedIn({ access: server.access, store: server.store }, 'manager', 'Kari', till.shop);
}
beforeEach(() => serve());

const add = (body: object) => server.post(`/api/shops/${till.shop}/tills`, body, kari);
const retire = (id: string) => server.call('DELETE', `/api/tills/${id}`, { headers: kari });
const sell = (id: string) => server.post(`/api/tills/${id}/payments`, { amount }, kari);
const names = async () => {
  const { body } = await server.call('GET', `/api/shops/${till.shop}/settings`, { headers: kari });
  return (body as ShopSettings).tills.map(({ id, name }) => `${id} ${name}`);
};

test('a till that is added sells at once, as the first of its shop does', async () => {
  const { status, body } = await add({ id: 'bar', name: 'Bar' });
  expect(status).toBe(201);
  const { currency, locale, brand } = till;
  expect((body as ShopSettings).tills).toContainEqual(
    expect.objectContaining({ id: 'bar', name: 'Bar', currency, locale, brand, api: 'ecom', setBy: null }),
  );
  expect((await sell('bar')).status).toBe(201);
});

test('a till may sell over another API, and eCom in NOK alone', async () => {
  expect((await add({ id: 'bar', name: 'Bar', currency: 'DKK' })).status).toBe(400);
  expect((await add({ id: 'bar', name: 'Bar', currency: 'DKK', api: 'epayment' })).status).toBe(201);
  expect(server.settings.salesUnitOf('bar')).toMatchObject({ api: 'epayment', msn: '654321' });
});

test.each(['1', 'a b', '', 'x'.repeat(25)])('a till is not added as %j', async (id) => {
  expect([400, 409]).toContain((await add({ id, name: 'Bar' })).status);
  expect(await names()).toEqual(['1 Till 1']);
});

test('a till has another name on all screens at once', async () => {
  expect((await server.patch('/api/tills/1', { name: 'Door' }, kari)).status).toBe(200);
  expect(await names()).toEqual(['1 Door']);
  expect((await server.call('GET', '/api/home', { headers: kari })).body).toMatchObject({
    tills: [{ id: '1', name: 'Door' }],
  });
  expect((await server.patch('/api/tills/9', { name: 'Door' }, kari)).status).toBe(403);
  expect((await server.patch('/api/tills/9', { name: 'Door' })).status).toBe(404);
});

describe('a till that is retired', () => {
  async function sold(id: string): Promise<string> {
    server.vipps.polled = seen({ scanned: true, reservedAmount: amount.value });
    const { body } = await sell(id);
    await server.clock.advance(10);
    return (body as { reference: string }).reference;
  }

  test('sells no more, and what was paid there can be given back', async () => {
    await add({ id: 'bar', name: 'Bar' });
    const reference = await sold('bar');
    expect((await retire('bar')).status).toBe(200);
    expect((await sell('bar')).status).toBe(404);
    const refund = await server.post(`/api/payments/${reference}/refund`, { amount }, kari);
    expect(refund).toMatchObject({ status: 200, body: { refundedAmount: amount.value } });
  });

  test('[P8] has no displays any more', async () => {
    await add({ id: 'bar', name: 'Bar' });
    const display = { id: 'a display', till: 'bar', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
    await server.store.access.addDisplay(display, hashToken('t'.repeat(43)));
    await retire('bar');
    const cookie = `tillside_display=${'t'.repeat(43)}`;
    expect((await server.call('GET', '/api/display', { headers: { cookie } })).status).toBe(401);
    expect((await server.call('GET', '/api/displays', { headers: kari })).body).toMatchObject({
      displays: [],
    });
  });

  test('sells again when it is added once more, under another name', async () => {
    await add({ id: 'bar', name: 'Bar' });
    await retire('bar');
    expect((await add({ id: 'bar', name: 'Garden' })).status).toBe(201);
    expect(await names()).toEqual(['1 Till 1', 'bar Garden']);
    expect((await sell('bar')).status).toBe(201);
  });

  test('[P4] is not one at which somebody pays', async () => {
    await add({ id: 'bar', name: 'Bar' });
    await sell('bar');
    expect(await retire('bar')).toMatchObject({ status: 409, body: { error: { code: 'till_busy' } } });
    expect(await names()).toContain('bar Bar');
  });

  test('is not the last of its shop', async () => {
    expect(await retire('1')).toMatchObject({ status: 409, body: { error: { code: 'wrong_state' } } });
    await add({ id: 'bar', name: 'Bar' });
    expect((await retire('1')).status).toBe(200);
    expect(await names()).toEqual(['bar Bar']);
  });
});

test('tills of TILLS_FILE are nobody’s to change, and one can be added beside them', async () => {
  await serve({ setBy: new Map([[till.shop, { tills: 'TILLS_FILE' }]]) });
  await add({ id: 'bar', name: 'Bar' });
  const named = { status: 409, body: { error: { message: expect.stringContaining('TILLS_FILE') } } };
  expect(await server.patch('/api/tills/1', { name: 'Door' }, kari)).toMatchObject(named);
  expect(await retire('1')).toMatchObject(named);
  expect(await names()).toEqual(['1 Till 1', 'bar Bar']);
});
