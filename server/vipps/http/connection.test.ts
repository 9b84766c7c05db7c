import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPatientLine } from '../../testing/vipps.ts';
import { createExchange, defaultTimeouts } from './connection.ts';
import { mostConnections } from './dispatcher.ts';
import { VippsUnavailable } from './errors.ts';

/** Tests that wait at once have an end of their own each. */
type Finally = typeof onTestFinished;

async function listen(server: ReturnType<typeof createTcpServer>, atEnd: Finally = onTestFinished) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  atEnd(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const serve = async (answer: RequestListener, atEnd?: Finally) =>
  new URL(`http://127.0.0.1:${await listen(createHttpServer(answer), atEnd)}/some/path?token=landing-token`);

function exchangeWith(timeouts: Partial<typeof defaultTimeouts> = {}, atEnd: Finally = onTestFinished) {
  const { exchange, close } = aPatientLine(timeouts);
  atEnd(close);
  return exchange;
}

const call = ({ origin, pathname, search }: URL) =>
  ({ method: 'GET', origin, path: pathname + search, headers: {}, requestId: 'request-1' }) as const;

async function failureOf(attempt: Promise<unknown>): Promise<VippsUnavailable> {
  const error = await attempt.then(
    () => 'nothing was thrown',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(VippsUnavailable);
  return error as VippsUnavailable;
}

describe('an exchange', () => {
  test('sends what it is given and answers with status, headers and bytes, whatever the status', async () => {
    const url = await serve(async (request, response) => {
      const body = await request.toArray();
      response.writeHead(418, { 'X-Seen': `${request.method} ${request.url} ${request.headers['x-one']}` });
      response.end(Buffer.concat(body));
    });
    const sent = { ...call(url), method: 'PUT', headers: { 'X-One': '1' }, body: '{"ø":1}' } as const;
    const answer = await exchangeWith()(sent);
    expect(answer).toMatchObject({
      status: 418,
      headers: { 'x-seen': 'PUT /some/path?token=landing-token 1' },
    });
    expect(answer.bytes.toString()).toBe('{"ø":1}');
  });

  test('does not follow a redirect, which could lead anywhere', async () => {
    let calls = 0;
    const url = await serve((_request, response) => {
      calls += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await exchangeWith()(call(url))).toMatchObject({ status: 302 });
    expect(calls).toBe(1);
  });

  test('takes no interim answer for the answer', async () => {
    const url = await serve((_request, response) => {
      response.writeProcessing();
      response.writeHead(201, { 'X-Final': 'yes' }).end('{}');
    });
    expect(await exchangeWith()(call(url))).toMatchObject({ status: 201, headers: { 'x-final': 'yes' } });
  });

  test('uses one connection for one call after another', async () => {
    const ports: (number | undefined)[] = [];
    const url = await serve(({ socket }, response) => {
      ports.push(socket.remotePort);
      response.end('{}');
    });
    const exchange = exchangeWith();
    await exchange(call(url));
    await nextTurn(); // within the same turn the connection is not free yet
    await exchange(call(url));
    expect(ports).toHaveLength(2);
    expect(ports[0]).toBe(ports[1]);
  });

  test('[P5] keeps up a poll a second at 1,500 tills while Vipps takes 0.25 s for each', async () => {
    const [tills, answerS] = [1_500, 0.25];
    const atOnce = tills * answerS;
    const held: (() => void)[] = [];
    const full = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      held.push(() => response.end('{}'));
      if (held.length === atOnce) full.resolve();
    });
    const exchange = exchangeWith();
    const polls = Array.from({ length: atOnce }, () => exchange(call(url)));
    // Where one of them has to wait for another, this never is.
    await full.promise;
    for (const answer of held) answer();
    await Promise.all(polls);
  });

  test('waits for connecting and for answers at least as long as Vipps asks for', () => {
    expect(defaultTimeouts.connectTimeoutMs).toBeGreaterThanOrEqual(1_000);
    expect(defaultTimeouts.readTimeoutMs).toBeGreaterThanOrEqual(5_000);
  });
});

describe('without an answer, an exchange says whether the call may have been carried out', () => {
  test('no: nobody listens', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const error = await failureOf(exchangeWith()(call(new URL(`http://127.0.0.1:${port}/path`))));
    expect(error).toMatchObject({ outcome: 'not_done', method: 'GET', path: '/path', status: null });
    expect(error).toMatchObject({ requestId: 'request-1', retryAfterMs: null });
    expect(error.message).toContain('ECONNREFUSED');
  });

  test.concurrent('no: the connection is not ready in time', async ({ onTestFinished: atEnd }) => {
    // It accepts, and then never says a word of TLS.
    const port = await listen(createTcpServer(), atEnd);
    const exchange = exchangeWith({ connectTimeoutMs: 50 }, atEnd);
    const slow = exchange(call(new URL(`https://127.0.0.1:${port}/`)));
    expect(await failureOf(slow)).toMatchObject({ outcome: 'not_done' });
  });

  test.concurrent('perhaps: it was sent and no answer came in time', async ({ onTestFinished: atEnd }) => {
    const url = await serve(() => undefined, atEnd);
    const exchange = exchangeWith({ readTimeoutMs: 50 }, atEnd);
    expect(await failureOf(exchange(call(url)))).toMatchObject({ outcome: 'unknown' });
  });

  test.concurrent('perhaps: the answer stopped half-way', async ({ onTestFinished: atEnd }) => {
    const url = await serve((_request, response) => response.writeHead(200).write('{"half":'), atEnd);
    const exchange = exchangeWith({ readTimeoutMs: 50 }, atEnd);
    expect(await failureOf(exchange(call(url)))).toMatchObject({ outcome: 'unknown' });
  });

  test.concurrent('perhaps: the answer trickles in and never ends', async ({ onTestFinished: atEnd }) => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    }, atEnd);
    const timeouts = { connectTimeoutMs: 100, readTimeoutMs: 200 };
    const error = await failureOf(exchangeWith(timeouts, atEnd)(call(url)));
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(error.message).toContain('TimeoutError');
  });

  test('perhaps: the connection broke', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await failureOf(exchangeWith()(call(url)))).toMatchObject({ outcome: 'unknown' });
  });

  test('perhaps: the answer is larger than it may be', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(1001)));
    const exchange = exchangeWith();
    expect(await failureOf(exchange({ ...call(url), maxBytes: 1000 }))).toMatchObject({ outcome: 'unknown' });
    expect((await exchange({ ...call(url), maxBytes: 1001 })).bytes).toHaveLength(1001);
  });

  test('perhaps: the caller gave up while it waited', async () => {
    const arrived = Promise.withResolvers<void>();
    const url = await serve(() => arrived.resolve());
    const abort = new AbortController();
    const waiting = failureOf(exchangeWith()({ ...call(url), signal: abort.signal }));
    await arrived.promise;
    abort.abort();
    const error = await waiting;
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(error.message).toContain('AbortError');
  });

  test('and does not even begin for a caller who gave up before', async () => {
    let calls = 0;
    const url = await serve((_request, response) => {
      calls += 1;
      response.end('{}');
    });
    const exchange = exchangeWith();
    await failureOf(exchange({ ...call(url), signal: AbortSignal.abort() }));
    await exchange(call(url));
    expect(calls).toBe(1);
  });

  test('nor for one who gave up while all connections were busy', async () => {
    const paths: (string | undefined)[] = [];
    const held: (() => void)[] = [];
    const full = Promise.withResolvers<void>();
    const url = await serve(({ url: path }, response) => {
      paths.push(path);
      held.push(() => response.end('{}'));
      if (held.length === mostConnections) full.resolve();
    });
    const exchange = exchangeWith();
    const busy = Array.from({ length: mostConnections }, () => exchange(call(url)));
    await full.promise;
    const abort = new AbortController();
    const waiting = failureOf(exchange({ ...call(new URL('/waiting', url)), signal: abort.signal }));
    abort.abort();
    expect((await waiting).message).toContain('AbortError');
    for (const answer of held) answer();
    await Promise.all(busy);
    const last = exchange(call(url));
    await expect.poll(() => held.length).toBe(mostConnections + 1);
    held.at(-1)?.();
    await last;
    expect(paths).not.toContain('/waiting');
  });

  test('nor after it was closed', async () => {
    const url = await serve((_request, response) => response.end('{}'));
    const { exchange, close } = createExchange();
    await close();
    await failureOf(exchange(call(url)));
  });

  test('[P7] and its error shows neither the query nor the headers of the call', async () => {
    const url = await serve((request) => request.socket.destroy());
    const headers = { Authorization: 'Bearer canary-token', client_secret: 'canary-secret' };
    const error = await failureOf(exchangeWith()({ ...call(url), headers }));
    const everything = `${error.stack} ${JSON.stringify(error)} ${inspect(error, { depth: 20, showHidden: true })}`;
    expect(everything).toContain('/some/path');
    expect(everything).not.toMatch(/canary|landing-token/);
  });
});
