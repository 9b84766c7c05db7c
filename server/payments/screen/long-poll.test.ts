import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '../../access/policy.ts';
import { aServer } from '../../testing/http.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { createChangeFeed } from '../change-feed.ts';
import { createLongPoll } from './long-poll.ts';

const path = '/api/tills/1/payment';
const prefer = 'wait=1';

/** A long poll of its own before a till that shows `"idle"` to everybody. */
function aLongPoll(identified: Principal | null = { kind: 'nobody' }, mayWatch = true) {
  const clock = manualClock();
  const changeFeed = createChangeFeed(clock);
  const answered: string[] = [];
  const told: Record<string, string>[] = [];
  const seen: string[] = [];
  const access = { asked: 0, identified, changesInMs: null as number | null };
  const tryToIdentify = async () => {
    access.asked += 1;
    return access.identified;
  };
  const enter = createLongPoll(
    {
      clock,
      changeFeed,
      authorizer: { tryToIdentify, mayWatch: () => mayWatch },
      displays: {
        viewer: () => ({ isDisplay: false, identifiesForMs: 0 }),
        saw: (id) => {
          seen.push(id);
          return null;
        },
      },
      idleLock: { noteWork: () => undefined },
      isOurName: (host) => host === '127.0.0.1',
      readTill: async () => ({
        body: () => expect.fail('is not asked for'),
        etag: '"idle"',
        changesInMs: access.changesInMs,
        isUnderWay: false,
      }),
    },
    (request) => void answered.push(request.url ?? ''),
  );
  const listeners: (() => void)[] = [];
  const socket = { destroyed: false };
  const response = {
    on: (_: string, act: () => void) => void listeners.push(act),
    off: () => undefined,
    writeHead: (status: number, headers: Record<string, string>) => ({
      end: () => void told.push({ status: String(status), ...headers }),
    }),
  };
  const ask = async (request: { method?: string; url?: string; headers?: Record<string, string> }) => {
    const headers = { host: '127.0.0.1', prefer, 'if-none-match': '"idle"', ...request.headers };
    const asked = { method: 'GET', url: path, ...request, headers, socket };
    enter(asked as unknown as IncomingMessage & { req: never }, response as unknown as ServerResponse<never>);
    await clock.settle();
  };
  const hangUp = () => {
    socket.destroyed = true;
    for (const act of listeners) act();
  };
  return { clock, changeFeed, access, answered, told, seen, ask, hangUp };
}

describe('a long poll', () => {
  it('holds a poll that has what there is, and tells it so when it has waited', async () => {
    const { clock, changeFeed, answered, told, ask } = aLongPoll();
    await ask({});
    await clock.advance(999);
    expect([told, changeFeed.held()]).toEqual([[], 1]);
    await clock.advance(1);
    const headers = { 'Preference-Applied': 'wait=1', 'Cache-Control': 'no-store' };
    const date = new Date(clock.nowMs()).toUTCString();
    expect(told).toEqual([{ status: '304', ETag: '"idle"', Date: date, ...headers }]);
    expect([answered, changeFeed.held()]).toEqual([[], 0]);
  });

  it('[P8] asks again who the sender is when the wait is over: a session may have ended meanwhile', async () => {
    const { clock, access, answered, told, ask } = aLongPoll();
    await ask({});
    access.identified = null;
    await clock.advance(1_000);
    expect([answered, told, access.asked]).toEqual([[path], [], 2]);
  });

  it('reads anew what changes by itself meanwhile', async () => {
    const { clock, access, told, ask } = aLongPoll();
    access.changesInMs = 400;
    await ask({});
    await clock.advance(399);
    expect(access.asked).toBe(1);
    access.changesInMs = null;
    await clock.advance(1);
    expect([told.length, access.asked]).toEqual([0, 2]);
    await clock.advance(600);
    expect(told).toHaveLength(1);
  });

  it('notes that a display was there', async () => {
    const { clock, told, seen, ask } = aLongPoll({
      kind: 'display',
      id: 'd1',
      scope: { shop: null, till: '1' },
    });
    await ask({});
    expect(seen).toEqual([]);
    await clock.advance(1_000);
    expect([told.length, seen]).toEqual([1, ['d1']]);
  });

  it('holds none any more when the server stops', async () => {
    const { changeFeed, told, ask } = aLongPoll();
    await ask({});
    changeFeed.close();
    await expect.poll(() => told).toHaveLength(1);
    await ask({});
    expect(told).toHaveLength(2);
  });

  it('lets a poll wait on after news that was none for it', async () => {
    const { clock, changeFeed, told, ask } = aLongPoll();
    await ask({});
    await clock.advance(400);
    changeFeed.tell('1');
    await clock.advance(599);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toHaveLength(1);
  });

  it.each([
    ['another address', { url: '/api/tills/1/payments' }],
    ['a write', { method: 'POST' }],
    ['an address that cannot be read', { url: '/api/tills/%E0%A4%A/payment' }],
    ['a poll that does not prefer to wait', { headers: { prefer: '' } }],
    ['[P8] a poll under a name that is not ours', { headers: { host: 'elsewhere.example' } }],
    ['a poll that knows something else', { headers: { 'if-none-match': '"other"' } }],
  ])('does not hold %s', async (_, request) => {
    const { answered, ask } = aLongPoll();
    await ask(request);
    expect(answered).toHaveLength(1);
  });

  it.each([
    ['a key that is not known', null, true],
    ['a principal that may not watch the till', { kind: 'nobody' } as const, false],
  ])('[P8] does not hold %s', async (_, identified, mayWatch) => {
    const { answered, ask } = aLongPoll(identified, mayWatch);
    await ask({});
    expect(answered).toEqual([path]);
  });

  it('answers nobody who has hung up', async () => {
    const { clock, changeFeed, answered, told, ask, hangUp } = aLongPoll();
    await ask({});
    hangUp();
    expect(changeFeed.held()).toBe(0);
    await clock.advance(5_000);
    expect([answered, told]).toEqual([[], []]);
  });
});

describe('[P8] an API key that is guessed by polls that wait', () => {
  let server: Awaited<ReturnType<typeof aServer>>;
  beforeEach(async () => {
    server = await aServer();
  });
  afterEach(() => server.close());

  it('is slowed down after as many guesses as by any others', async () => {
    const guess = { authorization: `Bearer ${'x'.repeat(43)}`, prefer, 'if-none-match': '"x"', cookie: '' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1) {
      statuses.push((await server.call('GET', path, { headers: guess })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
  });
});
