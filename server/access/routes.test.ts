// [P8] Who may call what: every route for every kind of caller, in one table. A route that is missing here fails the test.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeyScope } from '../contract/access.ts';
import { makeAuthority } from '../http/tls/authority/authority.ts';
import {
  always,
  type CallerName,
  callers,
  displaying,
  keysFor,
  managers,
  managing,
  open,
  outside,
  own,
  page,
  payment,
  type Row,
  refunding,
  screens,
  seeing,
  sellers,
  selling,
  session,
  watching,
} from '../testing/access/callers.ts';
import { aPos, signedIn } from '../testing/access.ts';
import { routesOf } from '../testing/api/routes.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { aClientBuild, assets } from '../testing/pages/client-build.ts';
import { till } from '../testing/till.ts';
import { hashToken, newToken } from './secrets/tokens.ts';
import { sessionLifeMs } from './staff/sessions.ts';

/**
 * What each caller gets of each route. The payment is one of till 1, already captured; writes are sent without a body, or with one
 * that is refused, so that who may do it gets as far as a refusal that is about the content. What comes of good ones: shops.test.ts.
 */
const table: Readonly<Record<string, Row>> = {
  'get /healthz': open(200),
  'get /readyz': open(200),
  'get /metrics': {
    ...outside,
    'manager of all shops': 200,
    'key of all shops': 200,
    'reading key of all shops': 200,
  },
  'get /api/sign-in': open(200),
  'post /api/session': open(400),
  'post /api/session/pin': open(400),
  'post /api/session/proof': session(400),
  'post /api/session/activity': session(204),
  'post /api/session/lock': session(204),
  'post /api/session/unlock': session(400, 400),
  'get /api/sessions': session(200),
  'delete /api/sessions/{id}': session(404),
  'get /api/session': session(200, 200),
  'delete /api/session': session(204, 204),
  'post /api/set-up': open(400),
  'post /api/display': open(400),
  'get /api/display': { ...always(401), 'display of this till': 200, 'display of another till': 200 },
  // Only Vipps knows what it was told to send along.
  'post /api/callbacks/ecom/v2/payments/{reference}': open(401),
  'get /api/home': session(200),
  'post /api/client-errors': open(400),
  'get /api/openapi.json': { ...own(200), ...keysFor('read', 200) },
  'post /api/tills/{till}/payments': selling(400),
  'post /api/tills/{till}/agreements': selling(400),
  'get /api/tills/{till}/payment': { ...watching(200), 'display of this till': 200 },
  'get /api/tills/{till}/day': watching(200),
  'get /api/tills/{till}/logo': { ...watching(404), 'display of this till': 404 },
  'get /api/tills/{till}/picture': { ...watching(404), 'display of this till': 404 },
  'get /api/tills/{till}/products': { ...selling(200), ...keysFor('manage', 200) },
  'post /api/tills/{till}/products': managing(400, 403),
  'delete /api/tills/{till}/products/{id}': managing(404, 403),
  'get /api/payments': seeing(200),
  'get /api/payments.csv': seeing(200),
  'get /api/payments/{reference}': payment(200),
  'get /api/payments/{reference}/events': payment(200),
  'get /api/payments/{reference}/qr': {
    ...sellers(200, 404),
    ...keysFor('sell', 200),
    'display of this till': 200,
    'display of another till': 404,
  },
  'post /api/payments/{reference}/cancel': { ...own(400), ...keysFor('sell', 400) },
  'post /api/payments/{reference}/capture': { ...own(400), ...keysFor('sell', 400) },
  'post /api/payments/{reference}/refund': refunding(400),
  'post /api/payments/{reference}/release': refunding(400),
  'post /api/payments/{reference}/stop': refunding(400),
  'post /api/payments/{reference}/check': { ...own(400), ...keysFor('read', 400) },
  'get /api/shops': managers(200),
  'get /api/shops/{shop}/settings': managers(200, 403),
  'patch /api/shops/{shop}/settings': managers(400),
  'post /api/shops/{shop}/pictures/{name}': managers(400),
  'delete /api/shops/{shop}/pictures/{name}': managers(200, 403),
  'post /api/shops/{shop}/tills': managers(400),
  'patch /api/tills/{till}': managers(400, 403),
  // Tills of TILLS_FILE are not theirs to retire.
  'delete /api/tills/{till}': managers(409, 403),
  'get /api/reconciliation': managing(200),
  'get /api/reports': managing(400),
  'get /api/audit': managers(200),
  'get /api/audit.csv': managers(200),
  'get /api/staff': managers(200),
  'post /api/staff': managers(400),
  'post /api/staff/{id}/pin': managers(400),
  'post /api/staff/{id}/unlock': managers(404),
  'delete /api/staff/{id}': managers(404),
  'post /api/tills/{till}/displays': displaying(400, 403),
  'get /api/displays': displaying(200),
  'delete /api/waiting-displays': displaying(204),
  'post /api/displays/{id}/identify': displaying(404),
  'delete /api/displays/{id}': displaying(404),
  'get /.well-known/security.txt': open(200),
  'get /': page,
  'get /sign-in': screens,
  'get /thank-you': screens,
  'get /trust': screens,
  'get /trust/tillside.crt': screens,
  'get /trust/tillside.mobileconfig': screens,
  'get /set-up': screens,
  'get /display': screens,
  'get /display/{till}': screens,
  'get /assets/{file}': screens,
  'get /display-worker.js': screens,
  'get /display.webmanifest': screens,
  'get /cashier/{till}': { ...page, 'cashier of another shop': 404, 'manager of another shop': 404 },
  'get /reconciliation': page,
  'get /staff': page,
  'get /audit': page,
  'get /reports': page,
  'get /settings': page,
};

let server: TestServer;
const build = aClientBuild();
let reference: string;
const headers = new Map<CallerName, () => Promise<Record<string, string>>>();

async function aDisplay(of: string): Promise<Record<string, string>> {
  const token = newToken();
  const display = {
    id: `a display of ${of}`,
    till: of,
    pairedAtMs: 0,
    pairedBy: 'a manager',
    lastSeenAtMs: null,
  };
  await server.store.access.addDisplay(display, hashToken(token));
  return { cookie: `tillside_display=${token}` };
}

beforeAll(async () => {
  const { dist } = build;
  server = await aServer({
    dist,
    securityContact: 'mailto:security@shop.example',
    certificate: { names: [], root: makeAuthority(null, Date.now()).root },
    tills: [till, { ...till, id: '2' }, { ...till, id: '3', shop: 'other' }],
    setBy: new Map([[till.shop, { tills: 'TILLS_FILE' }]]),
  });
  const { access, store } = server;
  const as = (name: CallerName, get: () => Promise<Record<string, string>>) => headers.set(name, get);
  const steady = (name: CallerName, got: Record<string, string>) => as(name, async () => got);
  const inside = { access, store };
  // Both end with their day: first of all, so that the time that passes is nobody else's.
  const tired = await signedIn(inside, 'manager', 'tired');
  await server.clock.advance(sessionLifeMs);
  steady('expired', tired);
  const fired = await signedIn(inside, 'cashier', 'fired');
  await store.access.removeStaff('id of fired');
  steady('revoked', fired);
  steady('nobody', {});
  steady('display of this till', await aDisplay(till.id));
  steady('display of another till', await aDisplay('2'));
  as('cashier', () => signedIn(inside, 'cashier', 'Ola', till.shop));
  as('manager', () => signedIn(inside, 'manager', 'Kari', till.shop));
  as('locked', async () => {
    const headers = await signedIn(inside, 'manager', 'Liv', till.shop);
    await access.sessions.lock(hashToken(headers.cookie.slice('tillside_session='.length)));
    return headers;
  });
  as('manager of all shops', () => signedIn(inside, 'manager'));
  as('cashier of another shop', () => signedIn(inside, 'cashier', 'Oda', 'other'));
  as('manager of another shop', () => signedIn(inside, 'manager', 'Kim', 'other'));
  steady('key of this till', await aPos(store, till.id, 'one till'));
  steady('key of another till', await aPos(store, '2', 'another till'));
  steady('key of this shop', await aPos(store, null, 'one shop', till.shop));
  steady('key of another shop', await aPos(store, null, 'another shop', 'other'));
  steady('key of all shops', await aPos(store, null, 'all shops'));
  const aKey = async (name: CallerName, till: string | null, shop: string | null, scope: KeyScope) =>
    steady(name, await aPos(store, till, name, shop, { scopes: [scope] }));
  await aKey('selling key of this till', till.id, null, 'sell');
  await aKey('refunding key of this till', till.id, null, 'refund');
  await aKey('reading key of this till', till.id, null, 'read');
  await aKey('managing key of this till', till.id, null, 'manage');
  await aKey('managing key of this shop', null, till.shop, 'manage');
  await aKey('managing key of another shop', null, 'other', 'manage');
  await aKey('reading key of all shops', null, null, 'read');
  steady('expired key', await aPos(store, till.id, 'was', null, { expiresAtMs: server.clock.nowMs() }));
  reference = await server.start();
});
afterAll(async () => {
  await server.close();
  build.remove();
});

async function ask(route: string, principal: CallerName): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const filled = path
    .replace('{till}', till.id)
    .replace('{reference}', reference)
    .replace('{shop}', till.shop)
    .replace('{name}', 'logo')
    .replace('{id}', 'nobody')
    .replace('{file}', Object.keys(assets)[0] ?? '');
  const who = await headers.get(principal)?.();
  // A field that no schema knows.
  const writes = method === 'post' || method === 'patch';
  const body = writes ? { body: '{"unknown":1}' } : {};
  const type: Record<string, string> = writes ? { 'content-type': 'application/json' } : {};
  const answer = await server.call(method.toUpperCase(), filled, {
    ...body,
    headers: { cookie: '', ...type, ...who },
  });
  return answer.status;
}

test('[P8] every route is in the table', () => {
  expect(Object.keys(table).toSorted()).toEqual(routesOf(server.app).toSorted());
});

describe('[P8] each caller gets what the table says', () => {
  test.each(Object.entries(table))('%s', async (route, row) => {
    const got: [CallerName, number][] = [];
    for (const principal of callers) got.push([principal, await ask(route, principal)]);
    expect(Object.fromEntries(got)).toEqual(row);
  });
});
