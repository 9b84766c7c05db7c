// Managers look after staff over HTTP: each those of the own shop, and some those of all shops.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
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
  server.post('/api/staff', { name: 'Siri', pin: '246810', role: 'cashier', shop }, who);
const refused = (status: number, code: string) => ({ status, body: { error: { code } } });
const names = async () => (await server.store.access.listStaff()).map(({ name }) => name);

describe('somebody new', () => {
  test('is of all shops, or of the one that is named, when a manager of all shops adds them', async () => {
    expect(await add(server.manager)).toMatchObject({ status: 201, body: { name: 'Siri', shop: null } });
    const more = { name: 'Berit', pin: '246810', role: 'manager', shop: 'bergen' };
    expect(await server.post('/api/staff', more)).toMatchObject({ status: 201, body: { shop: 'bergen' } });
  });

  test.each([undefined, null, 'oslo'])('[P8] is of the shop of its manager, who names %s', async (shop) => {
    expect(await add(ofOslo, shop)).toMatchObject({ status: 201, body: { shop: 'oslo' } });
    const signIn = { name: 'Siri', pin: '246810' };
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
