// [P12] What is put on record of each call, by whom and from where, and what nobody may find there.

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ownDisplaySchema, type StaffView } from '../contract/access.ts';
import { auditListSchema } from '../contract/audit.ts';
import { aPos, signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import { type RecordedAct, settingsActs } from '../testing/settings/acts.ts';
import { faultIn } from '../testing/store-contract/audit.ts';
import { till } from '../testing/till.ts';

const amount = { value: 24_900, currency: 'NOK' as const };
const terms = { product: { name: 'Card' }, pricing: { amount }, interval: { unit: 'MONTH', count: 1 } };

let server: TestServer;
let kari: { cookie: string };
beforeEach(async () => {
  server = await aServer({ capture: 'manual', tills: [till, { ...till, id: '2', shop: 'other' }] });
  onTestFinished(() => server.close());
  kari = await signedIn(server, 'manager', 'Kari', till.shop);
});

const log = async (query = '', who: Record<string, string> = {}) =>
  auditListSchema.parse((await server.call('GET', `/api/audit${query}`, { headers: who })).body);
/** The newest entries, without what each of them has. */
async function newest(count: number) {
  const { entries } = await log();
  return entries.slice(0, count).map(({ sequence: _, at: __, hash: ___, ...rest }) => rest);
}

async function reserved(): Promise<string> {
  server.vipps.polled = seen({ scanned: true, reservedAmount: amount.value });
  const reference = await server.start();
  await server.clock.advance(10);
  return reference;
}
async function captured(): Promise<string> {
  const reference = await reserved();
  await server.payments.capture(reference, null, null);
  return reference;
}
async function paired(): Promise<string> {
  await server.store.access.addDisplay(
    { id: 'a display', till: '1', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null },
    'hash',
  );
  return 'a display';
}
const siri = { name: 'Siri', pin: '864200', role: 'cashier', shop: till.shop };
async function hired(): Promise<StaffView> {
  return (await server.post('/api/staff', siri)).body as StaffView;
}
/** The requests that follow are hers. */
async function siriSignsIn(): Promise<void> {
  await hired();
  const { headers } = await server.post('/api/session', { name: 'Siri', pin: siri.pin }, { cookie: '' });
  kari = { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
const product = async () => ((await server.post('/api/tills/1/products', terms)).body as { id: string }).id;

/** A release and a stop are answered once a poll shows them. */
async function whileTimePasses<T>(asked: Promise<T>): Promise<T> {
  let isOver = false;
  const over = asked.finally(() => {
    isOver = true;
  });
  for (let second = 0; second < 1_000 && !isOver; second += 1) await server.clock.advance(10);
  return over;
}

/** A good request to each route that states what it is on record as. */
const good: Readonly<Record<string, () => Promise<RecordedAct>>> = {
  'post /api/session': async () => {
    await hired();
    return { path: '/api/session', body: { name: 'Siri', pin: siri.pin }, about: '' };
  },
  'delete /api/session': async () => ({ path: '/api/session', about: '' }),
  'post /api/staff': async () => ({
    path: '/api/staff',
    body: siri,
    about: 'Siri',
    detail: { role: 'cashier' },
  }),
  'post /api/staff/{id}/pin': async () => {
    const { id } = await hired();
    return { path: `/api/staff/${id}/pin`, body: { pin: '753100' }, about: 'Siri', detail: { staff: id } };
  },
  'post /api/staff/{id}/unlock': async () => {
    const { id } = await hired();
    await server.store.access.lock({ staffId: id, atMs: 0 });
    return { path: `/api/staff/${id}/unlock`, about: 'Siri', detail: { staff: id } };
  },
  'post /api/session/pin': async () => {
    await hired();
    const body = { name: 'Siri', pin: siri.pin, newPin: '975318' };
    return { path: '/api/session/pin', body, about: '' };
  },
  'post /api/session/proof': async () => {
    await siriSignsIn();
    return { path: '/api/session/proof', body: { pin: siri.pin }, about: '' };
  },
  'post /api/session/unlock': async () => {
    await siriSignsIn();
    await server.post('/api/session/lock', {}, kari);
    return { path: '/api/session/unlock', body: { pin: siri.pin }, about: '' };
  },
  'delete /api/staff/{id}': async () => {
    const { id } = await hired();
    return { path: `/api/staff/${id}`, about: 'Siri', detail: { staff: id } };
  },
  'delete /api/sessions/{id}': async () => {
    const { id } = await hired();
    await server.post('/api/session', { name: 'Siri', pin: siri.pin }, { cookie: '' });
    const open = await server.store.access.listSessions(server.clock.steadyMs());
    const hers = open.find(({ member }) => member.id === id)?.id;
    return { path: `/api/sessions/${hers}`, about: 'Siri', detail: { staff: id } };
  },
  'post /api/tills/{till}/displays': async () => {
    const tablet = await server.post('/api/display', {}, { cookie: '' });
    const { code } = ownDisplaySchema.parse(tablet.body);
    return {
      path: '/api/tills/1/displays',
      body: { code },
      about: expect.any(String),
      detail: { till: '1' },
    };
  },
  ...settingsActs(() => server.settings),
  'delete /api/displays/{id}': async () => {
    const id = await paired();
    return { path: '/api/displays/a%20display', about: id, detail: { till: '1' } };
  },
  'post /api/tills/{till}/products': async () => ({
    path: '/api/tills/1/products',
    body: terms,
    about: 'Card',
  }),
  'delete /api/tills/{till}/products/{id}': async () => ({
    path: `/api/tills/1/products/${await product()}`,
    about: 'Card',
  }),
  'post /api/payments/{reference}/capture': async () => {
    const reference = await reserved();
    const detail = { amount: amount.value, currency: 'NOK', till: '1' };
    return { path: `/api/payments/${reference}/capture`, body: {}, about: reference, detail };
  },
  'post /api/payments/{reference}/refund': async () => {
    const reference = await captured();
    const body = { amount: { ...amount, value: 100 }, reason: 'cold' };
    const detail = { amount: 100, currency: 'NOK', till: '1', reason: 'cold' };
    return { path: `/api/payments/${reference}/refund`, body, about: reference, detail };
  },
  'post /api/payments/{reference}/release': async () => {
    const reference = await reserved();
    const detail = { amount: amount.value, till: '1' };
    return { path: `/api/payments/${reference}/release`, body: {}, about: reference, detail };
  },
  'post /api/payments/{reference}/stop': async () => {
    const answer = await server.post('/api/tills/1/agreements', terms);
    const { reference } = answer.body as { reference: string };
    server.vipps.polled = seen({ accepted: true });
    await server.clock.advance(1_000);
    return { path: `/api/payments/${reference}/stop`, body: {}, about: reference, detail: { till: '1' } };
  },
  'get /api/payments.csv': async () => ({
    path: '/api/payments.csv?till=1',
    about: '',
    detail: { till: '1' },
  }),
  'get /api/audit.csv': async () => ({
    path: '/api/audit.csv?kind=refund',
    about: '',
    detail: { kind: 'refund' },
  }),
};

/** Changes something, and is on record elsewhere or is nobody's act. */
const elsewhere: Readonly<Record<string, string>> = {
  'post /api/tills/{till}/payments': 'the history of the payment',
  'post /api/tills/{till}/agreements': 'the history of the payment',
  'post /api/payments/{reference}/cancel': 'the history of the payment',
  'post /api/payments/{reference}/check': 'asks Vipps, as the watch does by itself',
  'post /api/session/activity': 'a key that somebody presses',
  'post /api/client-errors': 'for the log of whoever runs the server',
  'post /api/session/lock': 'takes nothing from anybody; that it ends is on record',
  'post /api/displays/{id}/identify': 'shows a name for ten seconds',
  'delete /api/waiting-displays': 'codes of tablets that are nobody’s yet',
  'post /api/callbacks/ecom/v2/payments/{reference}': 'asks Vipps, as the watch does by itself',
  // Tried where they can be done: set-up.test.ts, and below.
  'post /api/set-up': 'set_up',
  'post /api/display': 'display_paired, in the demo',
};

test('[P12] every route that changes something is on record, or it is known why not', () => {
  const changes = server.routes.filter(({ method, audit }) => method !== 'get' || audit !== undefined);
  const known = [...Object.keys(good), ...Object.keys(elsewhere)];
  expect(known.toSorted()).toEqual(changes.map(({ method, path }) => `${method} ${path}`).toSorted());
  const stated = server.routes.filter(({ audit }) => audit !== undefined);
  const silent = Object.keys(good).filter(
    (name) => !stated.some((one) => `${one.method} ${one.path}` === name),
  );
  expect(silent).toEqual([]);
});

describe.each(Object.entries(good))('[P12] %s', (name, prepare) => {
  test('is on record once, with who, what and from where', async () => {
    const route = server.routes.find((one) => `${one.method} ${one.path}` === name);
    const { path, body, about, detail = {} } = await prepare();
    const before = (await server.store.audit.readHead()).sequence;
    const headers = { ...kari, 'content-type': 'application/json' };
    const sent = body === undefined ? { headers } : { headers, body: JSON.stringify(body) };
    const answer = await whileTimePasses(server.call(route?.method.toUpperCase() ?? '', path, sent));
    expect(answer.status).toBe(route?.success.status);
    const entries = await server.store.audit.readOn(before, 10);
    const who = name.startsWith('post /api/session') ? 'Siri' : 'Kari';
    expect(entries).toMatchObject([
      { kind: route?.audit, who_kind: 'staff', who_name: who, address: '127.0.0.1', about, shop: till.shop },
    ]);
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject(detail);
    expect(await faultIn(server.store)).toBeNull();
  });
});

test('[P12] what a repeat under the same key does not do again is on record once', async () => {
  const reference = await captured();
  const refund = () =>
    server.post(`/api/payments/${reference}/refund`, { amount }, { 'Idempotency-Key': 'a', ...kari });
  expect([(await refund()).status, (await refund()).status]).toEqual([200, 200]);
  expect((await log('?kind=refund')).entries).toHaveLength(1);
});

test('[P12] a key is on record by its id and name', async () => {
  const reference = await captured();
  const pos = await aPos(server.store, '1');
  await server.post(`/api/payments/${reference}/refund`, { amount }, { cookie: '', ...pos });
  expect(await newest(1)).toMatchObject([{ who: { kind: 'key', id: 'id of pos', name: 'pos' } }]);
});

describe('what is refused', () => {
  test('[P12] is on record with who asked for it', async () => {
    const ola = await signedIn(server, 'cashier', 'Ola', till.shop);
    const reference = await captured();
    await server.post('/api/staff', siri, ola);
    await server.post(`/api/payments/${reference}/refund`, { amount }, ola);
    await server.call('GET', '/api/tills/2/payment', { headers: ola });
    const by = { kind: 'refused', shop: till.shop, who: { kind: 'staff', id: 'id of Ola', name: 'Ola' } };
    expect(await newest(3)).toEqual([
      { ...by, address: '127.0.0.1', about: 'watchTill', detail: { till: '2' } },
      { ...by, address: '127.0.0.1', about: 'refundPayment', detail: { reference } },
      { ...by, address: '127.0.0.1', about: 'addStaff', detail: {} },
    ]);
  });

  test('[P12] a wrong PIN is on record under the name, and a key that nobody has by its address', async () => {
    const { id } = await hired();
    await server.post('/api/session', { name: 'SIRI ', pin: '135135' }, { cookie: '' });
    await server.post('/api/session', { name: 'Nobody 482916', pin: '135135' }, { cookie: '' });
    await server.call('GET', '/api/payments', { headers: { cookie: '', authorization: 'Bearer wrong' } });
    const nobody = { kind: 'nobody', id: null, name: '' };
    const from = { who: nobody, address: '127.0.0.1' };
    expect(await newest(3)).toEqual([
      { ...from, kind: 'key_missed', shop: null, about: '', detail: {} },
      { ...from, kind: 'sign_in_missed', shop: null, about: 'Nobody …', detail: {} },
      { ...from, kind: 'sign_in_missed', shop: till.shop, about: 'Siri', detail: { staff: id } },
    ]);
  });
});

test('[P8] managers of one shop see what is their shop’s, and no more in the file', async () => {
  await hired();
  await server.post('/api/staff', { ...siri, name: 'Kim', shop: 'other' });
  const kim = await signedIn(server, 'manager', 'Berit', 'other');
  const abouts = async (who: { cookie: string }) => (await log('?kind=staff_added', who)).entries;
  expect((await abouts(kari)).map(({ about }) => about)).toEqual(['Siri']);
  expect((await abouts(kim)).map(({ about }) => about)).toEqual(['Kim']);
  const file = await server.call('GET', '/api/audit.csv', { headers: kim });
  expect(file.body).toContain('Kim');
  expect(file.body).not.toContain('Siri');
});

test('[P7] no PIN, token or key is in the log, whoever writes it where', async () => {
  const canaries = ['482916', '911911', 'canary-token', 'Bearer'];
  await server.post('/api/staff', { ...siri, pin: '482916' }, kari);
  await server.post('/api/session', { name: 'Siri', pin: '911911' }, { cookie: '' });
  await server.post('/api/session', { name: '482916', pin: '911911' }, { cookie: '' });
  const setUp = { token: 'canary-token', name: 'Siri', pin: '482916' };
  await server.post('/api/set-up', setUp, { cookie: '' });
  const authorization = `Bearer ${'canary-token'.padEnd(43, 'x')}`;
  await server.call('GET', '/api/payments', { headers: { cookie: '', authorization } });
  const entered = await server.post('/api/session', { name: 'Siri', pin: '482916' }, { cookie: '' });
  const session = entered.headers.getSetCookie()[0] ?? '';
  const text = JSON.stringify(await server.store.audit.readOn(0, 100));
  expect(text).toContain('sign_in_missed');
  for (const secret of [...canaries, /=([\w-]{43})/.exec(session)?.[1] ?? 'no session']) {
    expect(text).not.toContain(secret);
  }
});
