import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TillView } from '../../contract/payments.ts';
import { tillsOf } from '../../core/tills.ts';
import { addressGroup } from '../../http/address-group.ts';
import { cheapPins } from '../../testing/access.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { aStore } from '../../testing/store.ts';
import { till } from '../../testing/till.ts';
import { createAuthorizer } from '../authorize.ts';
import { createDeviceRoutes } from '../displays/device-routes.ts';
import { createDisplays } from '../displays/displays.ts';
import { createRouter } from '../router.ts';
import { createCookies } from '../secrets/cookies.ts';
import { createStaff } from '../staff/staff.ts';
import { demoManager } from './account.ts';
import { keepApart } from './screens.ts';

const log = pino({ level: 'silent' });
const demoTills: TillView[] = [
  { ...till, environment: 'demo' },
  { ...till, id: '2', environment: 'demo' },
];

async function aShop() {
  const clock = manualClock();
  const store = await aStore();
  onTestFinished(() => store.close());
  const pins = cheapPins();
  const staff = createStaff(store.access, clock, pins);
  const displays = createDisplays({
    store: store.access,
    tills: tillsOf([]),
    clock,
    groupOf: addressGroup,
    tell: () => undefined,
    log,
  });
  return { clock, store: store.access, staff, displays };
}

type Shop = Awaited<ReturnType<typeof aShop>>;
type Where = {
  tills?: TillView[];
  from?: string;
  to?: string;
  trusted?: string[];
  shop?: Shop;
  cookie?: string;
  isHttps?: boolean;
};

/** A tablet that introduces itself. @param from the address that the server sees, @param to the one that was asked. */
async function introduce(where: Where, wanted?: string, via?: string) {
  const { tills = demoTills, from, to, trusted = [], cookie = '', isHttps = false } = where;
  const shop = where.shop ?? (await aShop());
  const app = express();
  app.set('trust proxy', trusted);
  app.use((request, _response, next) => {
    const seen = {
      ...(from === undefined ? {} : { remoteAddress: from }),
      ...(to ? { localAddress: to } : {}),
    };
    for (const [name, value] of Object.entries(seen)) Object.defineProperty(request.socket, name, { value });
    next();
  });
  const cookies = createCookies(isHttps);
  const unknown = { find: async () => null };
  const authorizer = createAuthorizer({
    ...shop,
    cookies,
    sessions: unknown,
    identifyKey: unknown.find,
    tills: tillsOf(tills),
    onUnknownKey: () => undefined,
  });
  const tally = { note: () => undefined };
  const routes = createDeviceRoutes({ ...shop, cookies, tills: tillsOf(tills) });
  app.use(
    createRouter(routes, { authorizer, idleLock: { noteWork: () => undefined }, tally, clock: shop.clock }),
  );
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/display`;
  const forwarded: Record<string, string> = via === undefined ? {} : { 'x-forwarded-for': via };
  const headers = { 'content-type': 'application/json', cookie, ...forwarded };
  const body = JSON.stringify(wanted === undefined ? {} : { till: wanted });
  const answer = await fetch(url, { method: 'POST', headers, body });
  const kept = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return {
    body: await answer.json(),
    displays: await shop.displays.list(() => true),
    cookie: kept.join('; '),
  };
}

const paired = (id: string) => ({ till: id, code: null, expiresAt: null });
const waits = { till: null, code: expect.stringMatching(/^\d{6}$/) };

describe('a display on the machine of the server itself', () => {
  test('pairs itself in the demo, with the till that its address names, or else the first', async () => {
    expect((await introduce({}, '2')).body).toEqual(paired('2'));
    expect((await introduce({}, 'none')).body).toEqual(paired('1'));
    const { body, displays } = await introduce({});
    expect(body).toEqual(paired('1'));
    expect(displays).toMatchObject([{ till: '1', pairedBy: 'the demo' }]);
  });

  test.each(['::1', '::ffff:127.0.0.1'])('pairs itself in the demo by whatever address: %s', async (from) => {
    expect((await introduce({ from })).body).toEqual(paired('1'));
  });

  test('pairs itself also when it came by the address that the machine has on the network', async () => {
    expect((await introduce({ from: '192.168.1.2', to: '192.168.1.2' })).body).toEqual(paired('1'));
    expect((await introduce({ from: '192.168.1.7', to: '192.168.1.2' })).body).toMatchObject(waits);
  });

  test('stays cut off: from then on it shows a code, as any other', async () => {
    const shop = await aShop();
    await keepApart(shop.store, 1, true);
    const { cookie, displays } = await introduce({ shop });
    expect((await introduce({ shop, cookie })).body).toEqual(paired('1'));
    await shop.displays.unpair(displays[0]?.id ?? '', 'demo', () => true);
    expect((await introduce({ shop, cookie })).body).toMatchObject(waits);
    // Nor is it let in again because the shop's address has become https meanwhile.
    expect((await introduce({ shop, cookie, isHttps: true })).body).toMatchObject(waits);
    // Another browser, and this one in another demo, have not been cut off.
    expect((await introduce({ shop })).body).toEqual(paired('1'));
    const other = await aShop();
    await keepApart(other.store, 2, true);
    expect((await introduce({ shop: other, cookie })).body).toEqual(paired('1'));
  });

  test.each(['test', 'production'] as const)('[P8] needs a code in %s', async (environment) => {
    const { body, displays } = await introduce({ tills: [{ ...till, environment }] });
    expect(body).toMatchObject(waits);
    expect(displays).toEqual([]);
  });
});

describe('[P8] a display elsewhere needs a code in the demo too', () => {
  test.each(['192.168.1.7', '::ffff:192.168.1.7', 'fd00::2', '0.0.0.0', ''])('at %j', async (from) => {
    const { body, displays } = await introduce({ from });
    expect(body).toMatchObject(waits);
    expect(displays).toEqual([]);
  });

  test('by way of a proxy on the machine of the server', async () => {
    for (const via of ['192.168.1.7', '127.0.0.1']) {
      expect((await introduce({ trusted: ['127.0.0.1'] }, '1', via)).body).toMatchObject(waits);
    }
  });

  test('though it says that it is here', async () => {
    const from = '192.168.1.7';
    expect((await introduce({ from }, '1', '127.0.0.1')).body).toMatchObject(waits);
  });
});

describe('[P8] the demo and a shop', () => {
  test('have a database each: the demo’s manager is there once, however often the demo starts', async () => {
    const { staff, store } = await aShop();
    await keepApart(store, 0, true);
    await keepApart(store, 0, true);
    expect(await staff.list(null)).toMatchObject([{ name: demoManager.name, role: 'manager' }]);
  });

  test('do not go on with each other’s database', async () => {
    const demo = await aShop();
    await keepApart(demo.store, 0, true);
    await expect(keepApart(demo.store, 0, false)).rejects.toThrow(
      /^This database is the demo's.* DATABASE_URL/,
    );
    const shop = await aShop();
    await keepApart(shop.store, 0, false);
    await shop.staff.add({ name: 'demo', pin: '13579024', role: 'manager' });
    await expect(keepApart(shop.store, 0, true)).rejects.toThrow(/^This database is a shop's.* DATABASE_URL/);
    await keepApart(shop.store, 0, false);
  });

  test('cannot be mixed up by changing the demo’s own manager', async () => {
    const { staff, store } = await aShop();
    await keepApart(store, 0, true);
    await staff.add({ name: 'Kari', pin: '13579024', role: 'manager' });
    const id = 'demo';
    await expect(staff.remove(id, null)).rejects.toThrow('stays as it is');
    await expect(staff.resetPin(id, '13579024', null)).rejects.toThrow('stays as it is');
  });
});
