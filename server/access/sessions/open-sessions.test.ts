// [P8] Where people are signed in: who sees it, and who may end it.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type OpenSession, openSessionListSchema } from '../../contract/access.ts';
import { aStaffServer, type Somebody } from '../../testing/access/staff-server.ts';
import type { TestServer } from '../../testing/http.ts';
import { till } from '../../testing/till.ts';
import { sessionLifeMs } from '../staff/sessions.ts';
import { proofLifeMs } from './proof.ts';

const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0' };

let server: TestServer;
let shop: Awaited<ReturnType<typeof aStaffServer>>;
let people: Readonly<Record<'kari' | 'siri' | 'ola' | 'eva', Somebody>>;
beforeEach(async () => {
  shop = await aStaffServer({ tills: [till, { ...till, id: '2', shop: 'other' }] });
  ({ server } = shop);
  onTestFinished(() => server.close());
  people = {
    kari: await shop.hire('Kari', 'manager', till.shop),
    siri: await shop.hire('Siri', 'cashier', till.shop),
    ola: await shop.hire('Ola', 'cashier', 'other'),
    eva: await shop.hire('Eva', 'manager'),
  };
});

const signIn = async (who: keyof typeof people, headers = {}) =>
  (await shop.signIn(people[who], headers)).cookie;
async function list(cookie: string): Promise<OpenSession[]> {
  const { body } = await server.call('GET', '/api/sessions', { headers: { cookie } });
  return openSessionListSchema.parse(body).sessions;
}
/** Without those of the test's own manager of all shops. */
const namesIn = async (cookie: string) =>
  (await list(cookie))
    .map(({ name }) => name)
    .filter((name) => Object.keys(people).includes(name.toLowerCase()));
const idOf = async (cookie: string, name: string) =>
  (await list(cookie)).find((one) => one.name === name)?.id ?? 'none';
const end = (cookie: string, id: string) =>
  server.call('DELETE', `/api/sessions/${id}`, { headers: { cookie } });
const isIn = async (cookie: string) =>
  (await server.call('GET', '/api/session', { headers: { cookie } })).status === 200;

describe('[P8] the sessions that go on', () => {
  test('tell where and with what each was opened, when, and when it was last worked on', async () => {
    const kari = await signIn('kari', firefox);
    const [openedAtMs] = [server.clock.nowMs()];
    await server.clock.advance(60_000);
    const [own] = await list(kari);
    const at = new Date(openedAtMs).toISOString();
    expect(own).toMatchObject({ name: 'Kari', staff: people.kari.id, browser: 'Firefox, Linux', own: true });
    expect(own).toMatchObject({ openedAt: at, activeAt: at, locked: false });
    expect(own?.address).toMatch(/^(127\.0\.0\.1|::ffff:127\.0\.0\.1|::1)$/);
  });

  test('are one’s own, for a manager those of the shop, and for a manager of all shops everybody’s', async () => {
    const [kari, siri, ola, eva] = [
      await signIn('kari'),
      await signIn('siri'),
      await signIn('ola'),
      await signIn('eva'),
    ];
    expect(await namesIn(siri)).toEqual(['Siri']);
    expect(await namesIn(ola)).toEqual(['Ola']);
    expect((await namesIn(kari)).toSorted()).toEqual(['Kari', 'Siri']);
    expect((await namesIn(eva)).toSorted()).toEqual(['Eva', 'Kari', 'Ola', 'Siri']);
  });

  test('hold nothing by which somebody could get in', async () => {
    const siri = await signIn('siri');
    const token = siri.split('=')[1] ?? '';
    const text = JSON.stringify(await list(siri));
    expect(text).not.toContain(token);
    const stored = (await server.store.access.listSessions(0)).map(({ tokenHash }) => tokenHash);
    expect(stored.filter((hash) => text.includes(hash))).toEqual([]);
  });

  test('are those that have not run out', async () => {
    const siri = await signIn('siri');
    await server.clock.advance(sessionLifeMs - 1);
    const kari = await signIn('kari');
    expect((await namesIn(kari)).toSorted()).toEqual(['Kari', 'Siri']);
    await server.clock.advance(1);
    expect(await namesIn(kari)).toEqual(['Kari']);
    expect(await isIn(siri)).toBe(false);
  });
});

describe('[P8] a session is ended', () => {
  test('by its person, on another browser, without a PIN', async () => {
    const [till1, home] = [await signIn('siri'), await signIn('siri')];
    await server.clock.advance(proofLifeMs);
    const other = (await list(home)).find(({ own }) => !own);
    expect((await end(home, other?.id ?? '')).status).toBe(204);
    expect([await isIn(till1), await isIn(home)]).toEqual([false, true]);
  });

  test('by a manager of its person, at once', async () => {
    const [kari, siri] = [await signIn('kari'), await signIn('siri')];
    expect((await end(kari, await idOf(kari, 'Siri'))).status).toBe(204);
    expect([await isIn(siri), await isIn(kari)]).toEqual([false, true]);
  });

  test('by a manager only within 5 minutes of the PIN', async () => {
    const [kari, siri] = [await signIn('kari'), await signIn('siri')];
    const id = await idOf(kari, 'Siri');
    await server.clock.advance(proofLifeMs);
    expect(await end(kari, id)).toMatchObject({ status: 403, body: { error: { code: 'pin_required' } } });
    expect(await isIn(siri)).toBe(true);
    await server.post('/api/session/proof', { pin: people.kari.pin }, { cookie: kari });
    expect((await end(kari, id)).status).toBe(204);
  });

  test('by nobody else: it is as unknown to them as one that never was', async () => {
    const [kari, siri, ola] = [await signIn('kari'), await signIn('siri'), await signIn('ola')];
    const eva = await signIn('eva');
    const unknown = { status: 404, body: { error: { code: 'not_found' } } };
    expect(await end(siri, await idOf(kari, 'Kari'))).toMatchObject(unknown);
    expect(await end(kari, await idOf(eva, 'Ola'))).toMatchObject(unknown);
    expect(await end(kari, 'none')).toMatchObject(unknown);
    expect([await isIn(kari), await isIn(ola)]).toEqual([true, true]);
  });

  test('[P12] and that is on record, with whose it was and where it was', async () => {
    const [kari] = [await signIn('kari'), await signIn('siri', firefox)];
    await end(kari, await idOf(kari, 'Siri'));
    const [entry] = await server.store.audit.list({ shop: null, kind: 'session_ended' }, null, 1);
    expect(entry).toMatchObject({ who_name: 'Kari', about: 'Siri', shop: till.shop });
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({
      staff: people.siri.id,
      browser: 'Firefox, Linux',
    });
  });
});
