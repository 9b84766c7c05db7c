// Displays over HTTP: from the code on the tablet to the moment when it is cut off.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  type DisplayView,
  displayListSchema,
  displaySchema,
  ownDisplaySchema,
} from '../../contract/access.ts';
import { signedIn } from '../../testing/access.ts';
import { type Answer, aServer, type TestServer } from '../../testing/http.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

const fiveMinutesMs = 5 * 60_000;
let server: TestServer;
let cashier: { cookie: string };
beforeEach(async () => {
  server = await aServer();
  onTestFinished(() => server.close());
  cashier = await signedIn(server, 'cashier', 'Ola');
});

type Tablet = { cookie: string };
const own = ({ body }: Answer) => ownDisplaySchema.parse(body);
const ask = (tablet: Tablet) => server.call('GET', '/api/display', { headers: tablet });

async function introduce(): Promise<Tablet & { code: string }> {
  const answer = await server.post('/api/display', {}, { cookie: '' });
  expect(answer.status).toBe(201);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { cookie, code: own(answer).code ?? '' };
}
const enter = (code: string) => server.post('/api/tills/1/displays', { code }, cashier);

async function pair(): Promise<{ tablet: Tablet; display: DisplayView }> {
  const { code, cookie } = await introduce();
  const answer = await enter(code);
  expect(answer.status).toBe(201);
  return { tablet: { cookie }, display: displaySchema.parse(answer.body) };
}

const poll = (tablet: Tablet, headers: Record<string, string> = {}) =>
  server.call('GET', '/api/tills/1/payment', { headers: { ...tablet, ...headers } });

/** Asks for what is newer than what this tablet has, and lets the server hold the request. */
async function hold(tablet: Tablet): Promise<{ answer: Promise<Answer>; isOver: () => boolean }> {
  const etag = (await poll(tablet)).headers.get('etag') ?? '';
  const before = server.changeFeed.held();
  let over = false;
  const answer = poll(tablet, { 'if-none-match': etag, prefer: 'wait=10' }).finally(() => {
    over = true;
  });
  await expect.poll(() => server.changeFeed.held()).toBe(before + 1);
  return { answer, isOver: () => over };
}

describe('a tablet that nobody knows', () => {
  test('[P8] shows a code, keeps showing it, and reads nothing', async () => {
    const tablet = await introduce();
    expect(tablet.code).toMatch(/^\d{6}$/);
    const expiresAt = new Date(server.clock.nowMs() + fiveMinutesMs).toISOString();
    expect(own(await ask(tablet))).toEqual({ till: null, code: tablet.code, expiresAt });
    const again = await server.post('/api/display', {}, { cookie: tablet.cookie });
    expect(again).toMatchObject({ status: 200, body: { code: tablet.code } });
    expect((await poll(tablet)).status).toBe(401);
  });

  test('belongs to a till from the moment when staff enter its code there', async () => {
    const { tablet, display } = await pair();
    expect(display).toMatchObject({ till: '1', pairedBy: 'Ola', lastSeenAt: null });
    expect(own(await ask(tablet))).toEqual({ till: '1', code: null, expiresAt: null });
    expect((await poll(tablet)).status).toBe(200);
    const [cookie = '', ...attributes] = ((await ask(tablet)).headers.get('set-cookie') ?? '').split('; ');
    expect(cookie).toBe(tablet.cookie);
    expect(attributes).toEqual(expect.arrayContaining(['Max-Age=34560000', 'HttpOnly', 'SameSite=Strict']));
  });

  test('[P8] is let in by its code once: it opens nothing for a second tablet', async () => {
    const { code } = await introduce();
    const other = await introduce();
    expect((await enter(code)).status).toBe(201);
    expect(await enter(code)).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    expect((await poll(other)).status).toBe(401);
    expect(await server.access.displays.list(() => true)).toHaveLength(1);
  });

  test('[P8] is let in by its code for five minutes, then has to ask for another', async () => {
    const tablet = await introduce();
    await server.clock.advance(fiveMinutesMs);
    expect((await enter(tablet.code)).status).toBe(404);
    expect((await ask(tablet)).status).toBe(401);
    const again = await server.post('/api/display', {}, { cookie: tablet.cookie });
    expect(again.status).toBe(201);
    expect(again.headers.get('set-cookie')).not.toContain(tablet.cookie);
  });

  test('[P8] is not known by a secret that somebody chose for it', async () => {
    const cookie = `tillside_display=${'x'.repeat(43)}`;
    expect((await ask({ cookie })).status).toBe(401);
    const answer = await server.post('/api/display', {}, { cookie });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).not.toContain(cookie);
  });

  test('shows a code again when its till is not configured any more', async () => {
    const token = newToken();
    const paired = { id: 'a', till: 'gone', pairedAtMs: 0, pairedBy: 'Ola', lastSeenAtMs: null };
    await server.store.access.addDisplay(paired, hashToken(token));
    const cookie = `tillside_display=${token}`;
    expect((await ask({ cookie })).status).toBe(401);
    const answer = await server.post('/api/display', {}, { cookie });
    expect(answer).toMatchObject({
      status: 201,
      body: { till: null, code: expect.stringMatching(/^\d{6}$/) },
    });
    expect(answer.headers.get('set-cookie')).not.toContain(token);
  });

  test('[P8] is one of 100 a moment from one address', async () => {
    for (let i = 0; i < 100; i++) await introduce();
    const slowed = await server.post('/api/display', {}, { cookie: '' });
    expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(slowed.headers.get('retry-after')).toBe('3');
    await server.clock.advance(3_000);
    await introduce();
  });

  test('is not held up on the morning on which a chain opens 60 behind one address, and takes a quarter of an hour', async () => {
    for (let minute = 0; minute < 15; minute += 5) {
      const tablets = await Promise.all(Array.from({ length: 60 }, introduce));
      for (const tablet of tablets) expect((await ask(tablet)).status).toBe(200);
      await server.clock.advance(fiveMinutesMs);
    }
  });
});

describe('[P8] tablets that wait', () => {
  const waiting = async (who = cashier) => {
    const { body } = await server.call('GET', '/api/displays', { headers: { ...who } });
    return displayListSchema.parse(body).waiting;
  };

  test('are counted for staff, who can end the wait of all: those that are still there show another code', async () => {
    const [tablet, stranger] = [await introduce(), await introduce()];
    expect(await waiting()).toBe(2);
    const cleared = await server.call('DELETE', '/api/waiting-displays', { headers: { ...cashier } });
    expect([cleared.status, await waiting()]).toEqual([204, 0]);
    expect((await enter(stranger.code)).status).toBe(404);
    expect((await ask(tablet)).status).toBe(401);
    const again = own(await server.post('/api/display', {}, { cookie: tablet.cookie }));
    expect((await enter(again.code ?? '')).status).toBe(201);
    expect(await waiting()).toBe(0);
  });
});

test('[P8] guessing codes is slowed after five', async () => {
  const { code } = await introduce();
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  for (let i = 0; i < 5; i++) expect((await enter(wrong)).status).toBe(404);
  const slowed = await enter(code);
  expect(slowed.status).toBe(429);
  expect(slowed.headers.get('retry-after')).toBe('1');
  await server.clock.advance(1_000);
  expect((await enter(code)).status).toBe(201);
});

describe('[P8] a lost tablet that is cut off', () => {
  const unpair = ({ id }: DisplayView) =>
    server.call('DELETE', `/api/displays/${id}`, { headers: { ...cashier } });

  test('reads nothing from that moment on', async () => {
    const lost = await pair();
    const other = await pair();
    expect((await unpair(lost.display)).status).toBe(204);
    expect((await poll(lost.tablet)).status).toBe(401);
    expect((await ask(lost.tablet)).status).toBe(401);
    expect((await poll(other.tablet)).status).toBe(200);
    expect((await unpair(lost.display)).status).toBe(404);
  });

  test('reads nothing by a request that is held at that moment either, and is told at once', async () => {
    const { tablet, display } = await pair();
    const held = await hold(tablet);
    const other = await hold((await pair()).tablet);
    await unpair(display);
    expect(await held.answer).toMatchObject({ status: 401, body: { error: { code: 'not_signed_in' } } });
    expect(other.isOver()).toBe(false);
    await server.clock.advance(10_000);
    expect((await other.answer).status).toBe(304);
  });

  test('is not in the list any more', async () => {
    const { display } = await pair();
    await unpair(display);
    expect((await server.call('GET', '/api/displays', { headers: { ...cashier } })).body).toEqual({
      displays: [],
      waiting: 0,
    });
  });
});

describe('a display that is to identify itself', () => {
  const identify = ({ id }: DisplayView) => server.post(`/api/displays/${id}/identify`, {}, cashier);

  test('is told at once, though its request is held, and no other display is', async () => {
    const meant = await pair();
    const other = await pair();
    const held = await hold(meant.tablet);
    const heldOther = await hold(other.tablet);
    expect(await identify(meant.display)).toMatchObject({ status: 200, body: { id: meant.display.id } });
    expect(await held.answer).toMatchObject({ status: 200, body: { identify: true } });
    expect((await poll(other.tablet)).body).toMatchObject({ identify: false });
    expect((await poll(cashier)).body).toMatchObject({ identify: false });
    expect(heldOther.isOver()).toBe(false);
    await server.clock.advance(10_000);
    expect((await heldOther.answer).status).toBe(304);
  });

  test('does so for ten seconds, and is told when they are over', async () => {
    const { tablet, display } = await pair();
    await identify(display);
    await server.clock.advance(9_999);
    expect((await poll(tablet)).body).toMatchObject({ identify: true });
    const held = await hold(tablet);
    await server.clock.advance(1);
    expect(await held.answer).toMatchObject({ status: 200, body: { identify: false } });
  });
});

describe('when a display was last seen', () => {
  const lastSeen = async () => {
    const { body } = await server.call('GET', '/api/displays', { headers: { ...cashier } });
    return displayListSchema.parse(body).displays.map(({ lastSeenAt }) => lastSeenAt);
  };

  test('is when it asked last, also before that is noted in the database', async () => {
    const { tablet } = await pair();
    expect(await lastSeen()).toEqual([null]);
    for (const ms of [0, 1_000, 120_000]) {
      await server.clock.advance(ms);
      await poll(tablet);
      expect(await lastSeen()).toEqual([new Date(server.clock.nowMs()).toISOString()]);
    }
  });

  test('is noted in the database once a minute', async () => {
    const { tablet } = await pair();
    const startMs = server.clock.nowMs();
    const noted: number[] = [];
    for (let second = 0; second < 125; second += 5) {
      await poll(tablet);
      const [display] = await server.store.access.listDisplays();
      noted.push(Number(display?.lastSeenAtMs) - startMs);
      await server.clock.advance(5_000);
    }
    expect([...new Set(noted)]).toEqual([0, 60_000, 120_000]);
  });
});

describe('what a display tells of itself', () => {
  const told = async () => {
    const { body } = await server.call('GET', '/api/displays', { headers: { ...cashier } });
    return displayListSchema
      .parse(body)
      .displays.map(({ isSecure, keepsPage, awake }) => [isSecure, keepsPage, awake]);
  };

  test('is what staff read of it, from its first poll to its last, also of one that was held', async () => {
    const { tablet } = await pair();
    const as = (said: string) => ({ ...tablet, 'tillside-screen': `display${said}` });
    expect(await told()).toEqual([[null, null, null]]);
    await poll(tablet, as('; secure=?0'));
    expect(await told()).toEqual([[false, null, null]]);
    const { headers } = await poll(tablet, as('; secure=?0; page=?0; awake=nothing'));
    expect(await told()).toEqual([[false, false, 'nothing']]);
    const before = server.changeFeed.held();
    const said = as('; secure=?0; page=?0; awake=video');
    const held = poll(tablet, { ...said, 'if-none-match': headers.get('etag') ?? '', prefer: 'wait=10' });
    await expect.poll(() => server.changeFeed.held()).toBe(before + 1);
    await server.clock.advance(10_000);
    expect((await held).status).toBe(304);
    expect(await told()).toEqual([[false, false, 'video']]);
    await poll(tablet);
    expect(await told()).toEqual([[null, null, null]]);
  });
});
