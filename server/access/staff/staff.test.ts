// Managers look after staff over HTTP: each those of the own shop, and some those of all shops.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { staffListSchema } from '../../contract/access.ts';
import { signedIn } from '../../testing/access.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { till } from '../../testing/till.ts';

const tills = [
  { ...till, shop: 'oslo' },
  { ...till, id: '2', shop: 'bergen' },
];

let server: TestServer;
let ofOslo: { cookie: string };
beforeEach(async () => {
  server = await aServer({ tills });
  onTestFinished(() => server.close());
  ofOslo = await signedIn(server, 'manager', 'Olga', 'oslo');
});

const add = (who: { cookie: string }, shop?: string | null) =>
  server.post('/api/staff', { name: 'Siri', pin: '274913', role: 'cashier', shop }, who);
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });
const names = async () => (await server.store.access.listStaff()).map(({ name }) => name);

describe('somebody new', () => {
  test('is of all shops, or of the one that is named, when a manager of all shops adds them', async () => {
    expect(await add(server.manager)).toMatchObject({ status: 201, body: { name: 'Siri', shop: null } });
    const more = { name: 'Berit', pin: '24681357', role: 'manager', shop: 'bergen' };
    expect(await server.post('/api/staff', more)).toMatchObject({ status: 201, body: { shop: 'bergen' } });
  });

  test.each([undefined, null, 'oslo'])('[P8] is of the shop of its manager, who names %s', async (shop) => {
    expect(await add(ofOslo, shop)).toMatchObject({ status: 201, body: { shop: 'oslo' } });
    const signIn = { name: 'Siri', pin: '274913' };
    const session = await server.post('/api/session', signIn, { cookie: '' });
    expect(session).toMatchObject({ status: 200, body: { role: 'cashier', shop: 'oslo' } });
  });

  test('[P8] is never of another shop than its manager’s, whether or not there is one of that name', async () => {
    const before = await names();
    const answers = [await add(ofOslo, 'bergen'), await add(ofOslo, 'nowhere'), await add(ofOslo, '')];
    for (const answer of answers) expect(answer).toMatchObject(refused(403, 'not_allowed'));
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await names()).toEqual(before);
  });

  test('is of a shop that has a till', async () => {
    for (const shop of ['nowhere', 'Oslo', '']) {
      expect(await add(server.manager, shop)).toMatchObject(refused(400, 'invalid_request'));
    }
    expect(await names()).not.toContain('Siri');
  });
});

describe('[P8] a PIN that a manager gives', () => {
  test.each([
    ['cashier', '123456', 400],
    ['cashier', '1234567890123', 400],
    ['manager', '274913', 400],
    ['manager', '27491385', 201],
  ])('a %s: %s', async (role, pin, status) => {
    expect((await server.post('/api/staff', { name: 'Siri', pin, role })).status).toBe(status);
  });

  test('is as good when it replaces a forgotten one', async () => {
    const reset = (pin: string) => server.post('/api/staff/id of Olga/pin', { pin });
    expect((await reset('274913')).status).toBe(400);
    expect((await reset('27491385')).status).toBe(200);
  });
});

describe('[P8] a name', () => {
  const hire = (name: string) => server.post('/api/staff', { name, pin: '274913', role: 'cashier' });

  test('is kept in one way of writing, and refused with what cannot be seen', async () => {
    expect(await hire('  \uff33iri   N')).toMatchObject({ status: 201, body: { name: 'Siri N' } });
    expect(await hire('Si\u200bri')).toMatchObject(refused(400, 'invalid_request'));
  });

  test.each(['Olga', 'OLGA', 'Оlga', '0lga', 'Oi9a', 'O1ga'])(
    'that looks like another is refused: %s',
    async (name) => {
      const isLike = name !== 'Oi9a';
      expect((await hire(name)).status).toBe(isLike ? 409 : 201);
    },
  );

  test('is not given to anybody else after its person has left', async () => {
    expect((await add(server.manager)).status).toBe(201);
    const [siri] = (await server.store.access.listStaff()).filter(({ name }) => name === 'Siri');
    expect((await server.call('DELETE', `/api/staff/${siri?.id}`)).status).toBe(204);
    expect(await add(server.manager)).toMatchObject(refused(409, 'wrong_state'));
    expect(await hire('Ѕiri')).toMatchObject(refused(409, 'wrong_state'));
  });
});

describe('the last manager', () => {
  const remove = (id: string, who = server.manager) =>
    server.call('DELETE', `/api/staff/${id}`, { headers: { ...who } });

  test('of a shop can be removed by one of all shops', async () => {
    expect((await remove('id of Olga')).status).toBe(204);
    expect((await add(ofOslo)).status).toBe(401);
  });

  test('[P8] of all shops stays, however many manage one', async () => {
    await signedIn(server, 'manager', 'Oda', 'oslo');
    expect(await remove('id of a manager')).toMatchObject(refused(409, 'wrong_state'));
    await signedIn(server, 'manager', 'Kari');
    expect((await remove('id of a manager')).status).toBe(204);
  });
});

describe('[P8] a name that is locked', () => {
  const unlock = (who: { cookie: string }, id = 'id of Siri') =>
    server.post(`/api/staff/${id}/unlock`, {}, who);
  const lockedNames = async (who: { cookie: string }) => {
    const { body } = await server.call('GET', '/api/staff', { headers: { ...who } });
    return staffListSchema
      .parse(body)
      .staff.flatMap(({ name, lockedAt }) => (lockedAt === null ? [] : [name]));
  };
  beforeEach(async () => {
    await signedIn(server, 'cashier', 'Siri', 'oslo');
    await server.store.access.lock({ staffId: 'id of Siri', atMs: server.clock.nowMs() });
  });

  test('is seen and unlocked by managers of its shop and of all shops', async () => {
    for (const who of [ofOslo, server.manager]) expect(await lockedNames(who)).toEqual(['Siri']);
    expect(await unlock(ofOslo)).toMatchObject({ status: 200, body: { name: 'Siri', lockedAt: null } });
    expect(await lockedNames(server.manager)).toEqual([]);
  });

  test('is not known to managers of another shop, and not unlocked by cashiers', async () => {
    const ofBergen = await signedIn(server, 'manager', 'Berit', 'bergen');
    expect(await lockedNames(ofBergen)).toEqual([]);
    expect(await unlock(ofBergen)).toMatchObject(refused(404, 'not_found'));
    const cashier = await signedIn(server, 'cashier', 'Ola', 'oslo');
    expect(await unlock(cashier)).toMatchObject(refused(403, 'not_allowed'));
    expect(await lockedNames(ofOslo)).toEqual(['Siri']);
  });

  test('is unlocked by a new PIN', async () => {
    expect((await server.post('/api/staff/id of Siri/pin', { pin: '975318' }, ofOslo)).status).toBe(200);
    expect(await lockedNames(ofOslo)).toEqual([]);
  });
});
