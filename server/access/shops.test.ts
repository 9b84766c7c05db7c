// [P8] Two shops on one server: neither sees, changes or even learns of anything that is the other's.

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { displayListSchema, ownDisplaySchema, staffListSchema } from '../contract/access.ts';
import { homeSchema } from '../contract/home.ts';
import { paymentListSchema, productListSchema } from '../contract/payments.ts';
import { reconciliationSchema } from '../contract/reconciliation.ts';
import { aPos, signedIn } from '../testing/access.ts';
import { routesOf } from '../testing/api/routes.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { aPayment } from '../testing/payments.ts';
import { aPng } from '../testing/settings/settings.ts';
import { till } from '../testing/till.ts';
import { hashToken, newToken } from './secrets/tokens.ts';

type Headers = Record<string, string>;
const [here, there] = [till.shop, 'other'];
const tills = [till, { ...till, id: '2', name: 'Till 2', shop: there }];
const amount = { value: 24_900, currency: 'NOK' as const };
const terms = { product: { name: 'Card' }, pricing: { amount }, interval: { unit: 'MONTH', count: 1 } };

let server: TestServer;
let ours: Record<'kari' | 'ola', Headers>;
let theirs: Record<'manager' | 'cashier' | 'key' | 'display', Headers>;
/** What the shop here has, as addresses name it; the payment can still be paid. */
let names: Record<'till' | 'shop' | 'reference' | 'staff' | 'displays' | 'products' | 'sessions', string>;
let code: string;

async function aDisplay(id: string, of: string): Promise<Headers> {
  const token = newToken();
  const paired = { id, till: of, pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
  await server.store.access.addDisplay(paired, hashToken(token));
  return { cookie: `tillside_display=${token}` };
}

async function aSale(reference: string, of: string, shop: string): Promise<void> {
  const createdAtMs = server.clock.nowMs();
  const payment = aPayment({ reference, till: of, shop, createdAtMs, state: 'failed' });
  const entry = { version: 2, atMs: 0, event: 'created', state: 'failed', by: null, detail: {} } as const;
  await server.store.create(payment, entry, null);
}

beforeEach(async () => {
  server = await aServer({ tills });
  onTestFinished(() => server.close());
  ours = {
    kari: await signedIn(server, 'manager', 'Kari', here),
    ola: await signedIn(server, 'cashier', 'Ola', here),
  };
  theirs = {
    manager: await signedIn(server, 'manager', 'Kim', there),
    cashier: await signedIn(server, 'cashier', 'Oda', there),
    key: await aPos(server.store, null, 'their POS', there),
    display: await aDisplay('their display', '2'),
  };
  await aDisplay('our display', '1');
  const product = (await server.post('/api/tills/1/products', terms)).body as { id: string };
  const reference = await server.start();
  const open = await server.store.access.listSessions(server.clock.steadyMs());
  const sessions = open.find(({ member }) => member.name === 'Ola')?.id ?? '';
  names = {
    till: '1',
    shop: here,
    reference,
    staff: 'id of Ola',
    displays: 'our display',
    products: product.id,
    sessions,
  };
  await aSale('their-2-sale', '2', there);
  const tablet = await server.post('/api/display', {}, { cookie: '' });
  code = ownDisplaySchema.parse(tablet.body).code ?? '';
});

const ask = (route: string, who: Headers, known: typeof names, body: unknown) => {
  const [method = '', path = ''] = route.split(' ');
  const filled = path
    .replace(/\{(till|reference|shop)\}/g, (_, name: 'till' | 'reference' | 'shop') => known[name])
    .replace('{name}', 'logo')
    .replace(/(staff|displays|products|sessions)\/\{id\}/, (_, of: 'staff') => `${of}/${known[of]}`);
  const headers = { cookie: '', ...who };
  if (method === 'post') return server.post(filled, body, headers);
  if (method === 'patch') return server.patch(filled, body, headers);
  return server.call(method.toUpperCase(), filled, { headers });
};

/** A good request to each route that names a till, a payment, a display or somebody: its body, and what managers get. */
const good: Readonly<Record<string, [body: () => unknown, status: number]>> = {
  'get /api/tills/{till}/payment': [() => undefined, 200],
  'get /api/tills/{till}/day': [() => undefined, 200],
  'get /api/tills/{till}/logo': [() => undefined, 404],
  'get /api/tills/{till}/picture': [() => undefined, 404],
  'get /api/tills/{till}/products': [() => undefined, 200],
  'post /api/tills/{till}/payments': [() => ({ amount }), 409],
  'post /api/tills/{till}/agreements': [() => terms, 409],
  'post /api/tills/{till}/products': [() => terms, 201],
  'post /api/tills/{till}/displays': [() => ({ code }), 201],
  'delete /api/tills/{till}/products/{id}': [() => undefined, 204],
  'get /api/shops/{shop}/settings': [() => undefined, 200],
  'patch /api/shops/{shop}/settings': [() => ({ name: 'Kaffebaren' }), 200],
  'post /api/shops/{shop}/pictures/{name}': [() => ({ data: aPng.toString('base64') }), 200],
  'delete /api/shops/{shop}/pictures/{name}': [() => undefined, 200],
  'post /api/shops/{shop}/tills': [() => ({ id: '7', name: 'Bar' }), 201],
  'patch /api/tills/{till}': [() => ({ name: 'Door' }), 200],
  // Somebody pays there.
  'delete /api/tills/{till}': [() => undefined, 409],
  'get /api/payments/{reference}': [() => undefined, 200],
  'get /api/payments/{reference}/events': [() => undefined, 200],
  'get /api/payments/{reference}/qr': [() => undefined, 200],
  'post /api/payments/{reference}/capture': [() => ({}), 409],
  'post /api/payments/{reference}/refund': [() => ({ amount }), 409],
  'post /api/payments/{reference}/release': [() => ({}), 409],
  'post /api/payments/{reference}/stop': [() => ({}), 409],
  'post /api/payments/{reference}/check': [() => ({}), 200],
  'post /api/payments/{reference}/cancel': [() => ({}), 200],
  'post /api/staff/{id}/pin': [() => ({ pin: '864209' }), 200],
  'post /api/staff/{id}/unlock': [() => ({}), 200],
  'delete /api/staff/{id}': [() => undefined, 204],
  'delete /api/sessions/{id}': [() => undefined, 204],
  'post /api/displays/{id}/identify': [() => ({}), 200],
  'delete /api/displays/{id}': [() => undefined, 204],
};

/** All of the shop here that anybody could change. */
async function stored() {
  const { access, products, find, readHistory } = server.store;
  const { reference } = names;
  return {
    payment: [await find(reference), await readHistory(reference), server.vipps.calls.length],
    people: await Promise.all(['kari', 'ola'].map((name) => access.findStaff(name.toLowerCase()))),
    staff: await access.listStaff(),
    sessions: (await access.listSessions(0)).map(({ id }) => id),
    displays: await access.listDisplays(),
    products: await products.listProducts(here),
    settings: await server.store.settings.readAll(),
  };
}

test('[P8] every route that names something of a shop is tried', () => {
  const named = routesOf(server.app).filter((route) => / \/api\/(?!callbacks\/).*\{/.test(route));
  expect(Object.keys(good).toSorted()).toEqual(named.toSorted());
});

describe.each(Object.entries(good))('%s', (route, [body, status]) => {
  test('[P8] is closed to another shop, and changes nothing', async () => {
    const before = await stored();
    for (const [principal, who] of Object.entries(theirs)) {
      const answer = await ask(route, who, names, body());
      // What is for people alone is no program's and no display's, whoever's it is.
      const isForPeople = route.includes('/sessions/') && !['manager', 'cashier'].includes(principal);
      expect(isForPeople ? [401] : [403, 404], principal).toContain(answer.status);
    }
    expect(await stored()).toEqual(before);
  });

  test('[P8] says the same to its manager as if there were no such thing', async () => {
    const none = { staff: 'none', displays: 'none', products: 'none', sessions: 'none' };
    const unknown = { ...none, till: '9', shop: 'none', reference: 'none' };
    const real = await ask(route, theirs.manager, names, body());
    const made = await ask(route, theirs.manager, unknown, body());
    const said = JSON.stringify(real.body).replaceAll(names.reference, 'none');
    expect([real.status, said]).toEqual([made.status, JSON.stringify(made.body)]);
  });

  test.each(['of the shop', 'of all shops'])('is open to the manager %s', async (whose) => {
    const who = whose === 'of the shop' ? ours.kari : server.manager;
    expect((await ask(route, who, names, body())).status).toBe(status);
  });
});

const get = async (path: string, who: Headers) =>
  (await server.call('GET', path, { headers: { cookie: '', ...who } })).body;
const payments = async (who: Headers, query = '') =>
  paymentListSchema.parse(await get(`/api/payments${query}`, who)).payments.map(({ reference }) => reference);

describe('[P8] a list has what belongs to the shops of the person who asks:', () => {
  test('payments', async () => {
    for (const who of [ours.kari, ours.ola]) expect(await payments(who)).toEqual([names.reference]);
    for (const who of [theirs.manager, theirs.cashier, theirs.key]) {
      expect(await payments(who)).toEqual(['their-2-sale']);
      expect(await payments(who, '?till=1')).toEqual([]);
    }
    expect((await payments(server.manager)).toSorted()).toEqual(['their-2-sale', names.reference]);
  });

  test('displays', async () => {
    const ids = async (who: Headers) =>
      displayListSchema.parse(await get('/api/displays', who)).displays.map(({ id }) => id);
    expect(await ids(ours.ola)).toEqual(['our display']);
    expect(await ids(theirs.cashier)).toEqual(['their display']);
    expect((await ids(server.manager)).toSorted()).toEqual(['our display', 'their display']);
  });

  test('staff', async () => {
    const list = async (who: Headers) => {
      const { staff, shops } = staffListSchema.strict().parse(await get('/api/staff', who));
      return { people: staff.map(({ name, shop }) => `${name} of ${shop}`), shops };
    };
    const [people, others] = [
      [`Kari of ${here}`, `Ola of ${here}`],
      [`Kim of ${there}`, `Oda of ${there}`],
    ];
    expect(await list(ours.kari)).toEqual({ people, shops: [here] });
    expect(await list(theirs.manager)).toEqual({ people: others, shops: [there] });
    const all = await list(server.manager);
    expect(all.people.toSorted()).toEqual([...people, ...others, 'a manager of null'].toSorted());
    expect(all.shops).toEqual([here, there]);
  });

  test('products', async () => {
    const list = async (of: string) =>
      productListSchema.parse(await get(`/api/tills/${of}/products`, server.manager)).products;
    expect(await list('1')).toMatchObject([{ id: names.products }]);
    expect(await list('2')).toEqual([]);
  });

  test('the day, with its payments, tills and sums', async () => {
    const day = async (who: Headers) => {
      const report = reconciliationSchema.parse(await get('/api/reconciliation', who));
      const { checks, totals } = report;
      const references = checks.map(({ payment }) => payment.reference).toSorted();
      return [references, report.tills.map(({ id }) => id), totals.map((row) => row.till)];
    };
    expect(await day(ours.kari)).toEqual([[names.reference], ['1'], ['1']]);
    expect(await day(theirs.manager)).toEqual([['their-2-sale'], ['2'], ['2']]);
    const both = ['1', '2'];
    expect(await day(server.manager)).toEqual([['their-2-sale', names.reference], both, both]);
  });

  test('the tills on the start page, and whether they have a display', async () => {
    const home = async (who: Headers) => {
      const { tills, hasDisplay } = homeSchema.parse(await get('/api/home', who));
      return [tills.map(({ id, shop }) => `${id} of ${shop}`), hasDisplay];
    };
    const [one, two] = [`1 of ${here}`, `2 of ${there}`];
    expect(await home(ours.ola)).toEqual([[one], true]);
    expect(await home(theirs.cashier)).toEqual([[two], true]);
    expect(await home(server.manager)).toEqual([[one, two], true]);
    await server.call('DELETE', '/api/displays/their%20display');
    expect(await home(theirs.manager)).toEqual([[two], false]);
    expect(await home(ours.kari)).toEqual([[one], true]);
  });
});

test('[P8] what a till sold for another shop before is not for the key of that till', async () => {
  const key = await aPos(server.store, '1', 'the POS');
  await aSale('of-before', '1', there);
  expect(await payments(key)).toEqual([names.reference]);
  const status = async (reference: string) =>
    (await ask('get /api/payments/{reference}', key, { ...names, reference }, undefined)).status;
  expect([await status('of-before'), await status(names.reference)]).toEqual([404, 200]);
});
