// [P8] What takes a PIN that was entered in the last minutes, on this very session.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { StaffList } from '../../contract/access.ts';
import { aStaffServer, type Somebody } from '../../testing/access/staff-server.ts';
import type { TestServer } from '../../testing/http.ts';
import { proofLifeMs } from './proof.ts';

const wrongPin = '864209';
const required = { status: 403, body: { error: { code: 'pin_required' } } };

let server: TestServer;
let signIn: Awaited<ReturnType<typeof aStaffServer>>['signIn'];
let kari: Somebody;
let siri: Somebody;
beforeEach(async () => {
  const shop = await aStaffServer();
  ({ server, signIn } = shop);
  onTestFinished(() => server.close());
  [kari, siri] = [await shop.hire('Kari', 'manager'), await shop.hire('Siri', 'cashier')];
});

const unlock = (cookie: string) => server.post(`/api/staff/${siri.id}/unlock`, {}, { cookie });
const prove = (cookie: string, pin: string) => server.post('/api/session/proof', { pin }, { cookie });

test('five minutes', () => expect(proofLifeMs).toBe(5 * 60 * 1_000));

describe('[P8] changes to staff', () => {
  const changes = {
    'adding somebody': (cookie: string) => {
      const ola = { name: 'Ola', pin: '753159', role: 'cashier' };
      return server.post('/api/staff', { ...ola, pin: '748260' }, { cookie });
    },
    'a new PIN': (cookie: string) => server.post(`/api/staff/${siri.id}/pin`, { pin: '748260' }, { cookie }),
    'unlocking a name': unlock,
    'removing somebody': (cookie: string) =>
      server.call('DELETE', `/api/staff/${siri.id}`, { headers: { cookie } }),
  };

  test.each(Object.entries(changes))('%s is done until 5 minutes after the sign-in', async (_, change) => {
    const { cookie } = await signIn(kari);
    await server.clock.advance(proofLifeMs - 1);
    expect((await change(cookie)).status).toBeLessThan(300);
  });

  test.each(Object.entries(changes))(
    '%s is refused from then on, and nothing is changed',
    async (_, change) => {
      const { cookie } = await signIn(kari);
      const list = async () =>
        (await server.call('GET', '/api/staff', { headers: { cookie } })).body as StaffList;
      const before = await list();
      await server.clock.advance(proofLifeMs);
      expect(await change(cookie)).toMatchObject(required);
      expect(await list()).toEqual(before);
    },
  );

  test('are no cashier’s, whatever PIN they enter', async () => {
    const { cookie } = await signIn(siri);
    await prove(cookie, siri.pin);
    expect(await unlock(cookie)).toMatchObject({ status: 403, body: { error: { code: 'not_allowed' } } });
  });

  test('are done by the steady clock: nobody gets more time by putting the wall clock back', async () => {
    const { cookie } = await signIn(kari);
    await server.clock.advance(proofLifeMs);
    server.clock.jumpWallClock(-proofLifeMs);
    expect(await unlock(cookie)).toMatchObject(required);
  });
});

describe('[P8] the PIN entered again', () => {
  test('counts for 5 minutes, on this session and no other of the same person', async () => {
    const [here, there] = [await signIn(kari), await signIn(kari)];
    await server.clock.advance(proofLifeMs);
    expect((await prove(here.cookie, kari.pin)).status).toBe(204);
    expect((await unlock(here.cookie)).status).toBe(200);
    expect(await unlock(there.cookie)).toMatchObject(required);
    await server.clock.advance(proofLifeMs - 1);
    expect((await unlock(here.cookie)).status).toBe(200);
    await server.clock.advance(1);
    expect(await unlock(here.cookie)).toMatchObject(required);
  });

  test('is never answered 401 when it is wrong, proves nothing, and leaves the session', async () => {
    const { cookie } = await signIn(kari);
    await server.clock.advance(proofLifeMs);
    expect(await prove(cookie, wrongPin)).toMatchObject(required);
    expect(await prove(cookie, siri.pin)).toMatchObject(required);
    expect(await unlock(cookie)).toMatchObject(required);
    expect((await server.call('GET', '/api/session', { headers: { cookie } })).status).toBe(200);
  });

  test('is as slow to guess at as at the sign-in, and locks the name with it', async () => {
    const { cookie } = await signIn(kari);
    const guess = async () => (await prove(cookie, wrongPin)).status;
    const first = [await guess(), await guess(), await guess(), await guess(), await guess(), await guess()];
    expect(first).toEqual([403, 403, 403, 403, 403, 429]);
    for (let miss = 5; miss < 20; miss += 1) {
      await server.clock.advance(60_000);
      expect(await guess()).toBe(403);
    }
    await server.clock.advance(60_000);
    expect(await prove(cookie, kari.pin)).toMatchObject({
      status: 403,
      body: { error: { code: 'not_allowed' } },
    });
  });

  test('has the budget of the device that has signed in, whatever is guessed elsewhere', async () => {
    const { cookie, device } = await signIn(kari);
    for (let miss = 0; miss < 5; miss += 1) await prove(cookie, wrongPin);
    expect((await prove(cookie, kari.pin)).status).toBe(429);
    expect((await prove(`${cookie}; ${device}`, kari.pin)).status).toBe(204);
  });

  test('[P12] is on record, right and wrong, without the PIN', async () => {
    const { cookie } = await signIn(kari);
    const before = (await server.store.audit.readHead()).sequence;
    await prove(cookie, wrongPin);
    await prove(cookie, kari.pin);
    const entries = await server.store.audit.readOn(before, 10);
    expect(entries.map(({ kind, who_name, about }) => [kind, who_name, about])).toEqual([
      ['sign_in_missed', '', 'Kari'],
      ['pin_proved', 'Kari', ''],
    ]);
    for (const pin of [wrongPin, kari.pin]) expect(JSON.stringify(entries)).not.toContain(pin);
  });

  test('is nobody’s without a session', async () => {
    expect((await prove('', kari.pin)).status).toBe(401);
  });
});
