// Thousands of requests that no client of ours would send, over real sockets.
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken, newToken } from './access/secrets/tokens.ts';
import { errorSchema } from './contract/payments.ts';
import { createHttpServer, listen } from './http/listen.ts';
import { aServer, type TestServer } from './testing/http.ts';
import { kinds, type Malformed, malformed, randomFrom } from './testing/malformed/requests.ts';
import { aClientBuild } from './testing/pages/client-build.ts';
import { seen } from './testing/payments.ts';
import type { PolledOrder } from './vipps/gateway.ts';

const seed = 20_260_302;
const rounds = { first: 1_000, idle: 3_300, all: 5_500 };
/** Many of them wait until the server gives them up. */
const atOnce = 64;
/** A connection that stays open longer than this is held open by a request that should have ended; Node's own limits are longer. */
const patienceMs = 30_000;
const mostGrowthBytes = 10_000_000;
const shortTimeouts = { headersTimeout: 400, requestTimeout: 600 };
const strictErrorSchema = errorSchema.strict();

setFlagsFromString('--expose_gc');
const collectGarbage: () => void = runInNewContext('gc');

const build = aClientBuild();
let server: TestServer;
let front: ReturnType<typeof createHttpServer>;
let host: string;
let reference: string;
let senders: readonly string[];

beforeAll(async () => {
  server = await aServer({ dist: build.dist });
  const shorter = { ...shortTimeouts, keepAliveTimeout: 200, connectionsCheckingInterval: 100 };
  front = createHttpServer(server.app, shorter);
  host = (await listen(front, '127.0.0.1', 0)).replace('http://', '');
  const token = newToken();
  const display = { id: 'a', till: '1', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
  await server.store.access.addDisplay(display, hashToken(token));
  senders = ['', `Cookie: tillside_display=${token}`, `Cookie: ${server.manager.cookie}`];
});
afterAll(async () => {
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
  await server.close();
  build.remove();
});

/** @returns everything that comes back until the server closes the connection; `held` when it does not. */
function send(bytes: Buffer): Promise<{ text: string; held: boolean }> {
  const [address, port] = host.split(':');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let held = false;
    const socket = connect(Number(port), address, () => socket.write(bytes));
    const giveUp = setTimeout(() => {
      held = true;
      socket.destroy();
    }, patienceMs);
    socket.on('data', (part: Buffer) => parts.push(part));
    // The server may close while more of what it has refused is still on its way.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(giveUp);
      resolve({ text: Buffer.concat(parts).toString('utf8'), held });
    });
  });
}

const inside =
  /\bat .+:\d+:\d+|node_modules|file:\/\/|\bSELECT\b|\bINSERT\b|sqlite|SQLITE|TypeError|RangeError|SyntaxError/;

/** @returns what is wrong with an answer; null is nothing. */
function wrongWith({ readable }: Malformed, { text, held }: { text: string; held: boolean }): string | null {
  if (held) return 'no answer, and the connection stays open';
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  const ours = /\r\nContent-Security-Policy: /i.test(text);
  // What Node's parser says of a version or an expectation is its own.
  if (statuses.some((status) => status >= 500 && (ours || (status !== 501 && status !== 505))))
    return 'a 5xx';
  if (statuses.length === 0 && readable) return 'no answer';
  if (inside.test(text)) return 'something internal in the answer';
  const [head = '', body = ''] = text.split(/\r\n\r\n/);
  const isError = (statuses[0] ?? 0) >= 400;
  if (!isError || !ours || body === '') return null;
  if (/\r\nContent-Type: application\/json/i.test(head)) {
    return strictErrorSchema.safeParse(JSON.parse(body)).success ? null : 'an error of another shape';
  }
  return /^<!doctype html>/.test(body) ? null : 'an error that is neither JSON nor a page';
}

/** How many of each kind were refused. */
const refused = new Map<string, number>();

async function fuzz(from: number, to: number): Promise<string[]> {
  const wrong: string[] = [];
  let next = from;
  async function work(): Promise<void> {
    while (next < to && wrong.length < 5) {
      const number = next++;
      const random = randomFrom(seed + number);
      const one = malformed(random, { host, reference, sender: random.pick(senders) });
      const answer = await send(one.bytes);
      const isRefused = /^HTTP\/1\.1 4/.test(answer.text);
      refused.set(one.kind, (refused.get(one.kind) ?? 0) + Number(isRefused));
      const found = wrongWith(one, answer);
      if (found === null) continue;
      const sent = JSON.stringify(one.bytes.toString('latin1').slice(0, 600));
      const got = answer.text.slice(0, 900);
      wrong.push(`seed ${seed}, number ${number} (${one.kind}): ${found}\n${sent}\n${got}`);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return wrong;
}

const usedBytes = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

/** All that is stored of payments and of who gets in. */
async function stored() {
  const { store } = server;
  const { payments } = await store.list({});
  const histories = await Promise.all(payments.map((payment) => store.readHistory(payment.reference)));
  const access = [
    await store.access.listStaff(),
    (await store.access.listDisplays()).length,
    await store.access.listKeys(),
  ];
  return { payments, histories, access, calls: server.vipps.calls.length };
}

/** @param sight what Vipps shows of it. @returns its reference. */
async function aSale(polled: Partial<PolledOrder>): Promise<string> {
  server.vipps.polled = seen(polled);
  const started = await server.start();
  await server.clock.advance(20_000);
  return started;
}

test(`[P8] malformed requests are refused without harm (seed ${seed})`, { timeout: 600_000 }, async () => {
  reference = await aSale({ scanned: true, reservedAmount: 24_900 });
  const paid = await stored();
  expect(paid.payments).toMatchObject([{ state: 'approved', capture: 'captured' }]);
  expect(await fuzz(0, rounds.first)).toEqual([]);
  const usedAtFirst = usedBytes();
  // While the till is idle, so that nothing but the refusal keeps a sale from being started.
  expect(await fuzz(rounds.first, rounds.idle)).toEqual([]);
  expect(await stored()).toEqual(paid);

  reference = await aSale({});
  const open = await stored();
  expect(open.payments).toMatchObject([{ state: 'presented' }, { state: 'approved' }]);
  expect(await fuzz(rounds.idle, rounds.all)).toEqual([]);
  expect(await stored()).toEqual(open);
  expect(usedBytes() - usedAtFirst).toBeLessThan(mostGrowthBytes);
  expect(server.changeFeed.held()).toBe(0);
  for (const kind of kinds) expect([kind, (refused.get(kind) ?? 0) > 200]).toEqual([kind, true]);
});

test('[P8] a slow sender is cut off, and no other request waits for it', async () => {
  const post = `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  const slow = ['', 'G', 'GET / HTTP/1.1\r\nHost: x', post, `${post}Content-Length: 50\r\n\r\n{"name"`];
  slow.push(`${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{"nam`);
  // Nobody is too slow yet, so that a machine that is has all the time it takes for the one that is not.
  Object.assign(front, { headersTimeout: 600_000, requestTimeout: 600_000 });
  const unpair = Promise.all(slow.map((text) => send(Buffer.from(text))));
  let isOver = false;
  void unpair.then(() => {
    isOver = true;
  });
  const good = await send(Buffer.from(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
  expect(good.text).toContain('{"status":"ok"}');
  expect(isOver).toBe(false);
  Object.assign(front, shortTimeouts);
  for (const { text, held } of await unpair) {
    expect(held).toBe(false);
    expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
  }
});

test('after all that the screens and the staff go on', async () => {
  const ask = async (path: string, sender: string) =>
    (await fetch(`http://${host}${path}`, { headers: { cookie: sender.replace('Cookie: ', '') } })).status;
  const [, display = '', manager = ''] = senders;
  expect(await ask('/api/tills/1/payment', display)).toBe(200);
  expect(await ask('/api/payments', manager)).toBe(200);
  const cancelled = await server.post(`/api/payments/${reference}/cancel`, {});
  expect(cancelled).toMatchObject({ status: 200, body: { reference } });
});
