import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { aPatientLine } from '../../testing/vipps.ts';
import { createToken, refusesKeys } from './access-token.ts';
import type { Exchange } from './connection.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from './errors.ts';

const credentials = {
  clientId: 'the-client',
  clientSecret: 'the-secret',
  subscriptionKey: 'the-key',
  merchantSerialNumber: '123456',
};

type Reply = { status?: number; body: unknown; after?: Promise<void> };

/** As Vipps answers: its numbers are strings. */
const goodFor = (token: string, expiresIn: unknown = '3599'): Reply => ({
  body: { token_type: 'Bearer', expires_in: expiresIn, expires_on: '1614116654', access_token: token },
});

/** A server that gives these answers in turn, then token-N to call N, and a token of ours that asks it. */
async function setUp(...replies: Reply[]) {
  const received: { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders }[] =
    [];
  const server = createServer(async ({ method, url, headers }, response) => {
    received.push({ method, url, headers });
    const reply = replies.shift() ?? goodFor(`token-${received.length}`);
    await reply.after;
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { exchange, close } = aPatientLine();
  onTestFinished(async () => {
    await close();
    server.close();
  });
  const sent: Promise<unknown>[] = [];
  const watched: Exchange = (call) => {
    const answer = exchange(call);
    sent.push(answer.catch(() => undefined));
    return answer;
  };
  const clock = manualClock();
  const baseUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const headers = { 'Vipps-System-Name': 'the-shop' };
  const token = createToken({ exchange: watched, baseUrl, credentials, headers, clock });
  /** Resolves when every fetch so far has been answered and dealt with. */
  const idle = async () => {
    await Promise.all(sent);
    await clock.settle();
  };
  return { token, clock, received, sent, idle };
}

const minutes = (count: number) => count * 60_000;

describe('the access token', () => {
  test('is fetched as Vipps wants it: credentials in headers, no body', async () => {
    const { token, received } = await setUp();
    await token.get();
    expect(received[0]).toMatchObject({ method: 'POST', url: '/accesstoken/get' });
    expect(received[0]?.headers).toMatchObject({
      client_id: 'the-client',
      client_secret: 'the-secret',
      'content-length': '0',
      'ocp-apim-subscription-key': 'the-key',
      'merchant-serial-number': '123456',
      'vipps-system-name': 'the-shop',
    });
    expect(received[0]?.headers.authorization).toBeUndefined();
  });

  test('is fetched once and then comes from memory', async () => {
    const { token, received } = await setUp();
    expect(await token.get()).toBe('token-1');
    expect(await token.get()).toBe('token-1');
    expect(received).toHaveLength(1);
  });

  test.each([
    ['a string', '3599'],
    ['a number', 3599],
  ])('lives as long as Vipps says, be it %s: refreshed 5 minutes ahead', async (_, expiresIn) => {
    const { token, clock, received, idle } = await setUp(goodFor('first', expiresIn));
    await token.get();
    await clock.advance(3_299_000 - 1);
    await token.get();
    await idle();
    expect(received).toHaveLength(1);
    await clock.advance(1);
    await token.get();
    await idle();
    expect(received).toHaveLength(2);
  });

  test('with a short life is refreshed a tenth of it ahead', async () => {
    const { token, clock, sent, idle } = await setUp(goodFor('first', '100'));
    await token.get();
    await clock.advance(89_999);
    await token.get();
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    await token.get();
    expect(sent).toHaveLength(2);
    await idle();
  });

  test('is handed out while its successor is being fetched, and then the successor is', async () => {
    const gate = Promise.withResolvers<void>();
    const next = { ...goodFor('second'), after: gate.promise };
    const { token, clock, sent, idle } = await setUp(goodFor('first'), next);
    await token.get();
    await clock.advance(minutes(56));
    expect([await token.get(), await token.get(), await token.get()]).toEqual(['first', 'first', 'first']);
    expect(sent).toHaveLength(2);
    gate.resolve();
    await idle();
    expect(await token.get()).toBe('second');
    expect(sent).toHaveLength(2);
  });

  test('is fetched once for all who ask at the same time', async () => {
    const { token, received } = await setUp();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => token.get()));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(received).toHaveLength(1);
  });

  test('stays in use when the refresh in the background fails, which is tried again 10 seconds later', async () => {
    const { token, clock, received, idle } = await setUp(goodFor('first'), { status: 500, body: {} });
    await token.get();
    await clock.advance(minutes(56));
    expect(await token.get()).toBe('first');
    await idle();
    await clock.advance(9_999);
    expect(await token.get()).toBe('first');
    await idle();
    expect(received).toHaveLength(2);
    await clock.advance(1);
    expect(await token.get()).toBe('first');
    await idle();
    expect(received).toHaveLength(3);
    expect(await token.get()).toBe('token-3');
  });

  test('is no longer handed out at its end: callers wait for the next one', async () => {
    const gate = Promise.withResolvers<void>();
    const next = { ...goodFor('second'), after: gate.promise };
    const { token, clock, sent } = await setUp(goodFor('first'), next);
    await token.get();
    await clock.advance(3_594_000); // what is sent in the last 5 s could arrive too late
    const waiting = token.get();
    expect(sent).toHaveLength(2);
    gate.resolve();
    expect(await waiting).toBe('second');
  });

  test('counts its life from when it was asked for, not from when the answer came', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = { ...goodFor('first', '100'), after: gate.promise };
    const { token, clock, sent } = await setUp(slow);
    const first = token.get();
    await clock.advance(60_000);
    gate.resolve();
    expect(await first).toBe('first');
    await clock.advance(35_000);
    expect(await token.get()).toBe('token-2');
    expect(sent).toHaveLength(2);
  });

  test('does not care when somebody sets the clock of the machine', async () => {
    const { token, clock, received } = await setUp();
    await token.get();
    clock.jumpWallClock(minutes(24 * 60));
    expect(await token.get()).toBe('token-1');
    expect(received).toHaveLength(1);
  });

  test('that was forgotten is not handed out again', async () => {
    const { token } = await setUp();
    token.forget(await token.get());
    expect(await token.get()).toBe('token-2');
  });

  test('is kept when an older one is forgotten late', async () => {
    const { token, received } = await setUp();
    const old = await token.get();
    token.forget(old);
    await token.get();
    token.forget(old);
    expect(await token.get()).toBe('token-2');
    expect(received).toHaveLength(2);
  });
});

describe('without an access token', () => {
  test.each([
    ['a refusal', { status: 401, body: { error: 'invalid_client' } }, VippsRejected],
    ['an error inside Vipps', { status: 500, body: {} }, VippsUnavailable],
    ['an answer without a token', { body: { expires_in: '3599' } }, VippsInvalidResponse],
    ['an empty token', goodFor(''), VippsInvalidResponse],
  ])('%s reaches the caller, and the next call asks anew', async (_, reply, error) => {
    const { token } = await setUp(reply);
    await expect(token.get()).rejects.toBeInstanceOf(error);
    expect(await token.get()).toBe('token-2');
  });

  test.each(['soon', '0', '-1', '', 'NaN', null])(
    'a life that is %j is no reason to sell nothing: the token is used for five minutes',
    async (life) => {
      const { token, clock } = await setUp(goodFor('first', life));
      expect(await token.get()).toBe('first');
      await clock.advance(4 * 60_000);
      expect(await token.get()).toBe('first');
      await clock.advance(60_000);
      expect(await token.get()).toBe('token-2');
    },
  );

  test.each([1e300, '1e300', 3_599])('a life of %j, text or not, is a day at most', async (life) => {
    const { token, clock } = await setUp(goodFor('first', life));
    expect(await token.get()).toBe('first');
    await clock.advance(24 * 3_600_000);
    expect(await token.get()).toBe('token-2');
  });

  test('all who waited for the same fetch learn of its failure', async () => {
    const { token, received } = await setUp({ status: 503, body: {} });
    const outcomes = await Promise.allSettled([token.get(), token.get()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(received).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const refusal = (path: string, status: number, code: string | null) =>
    new VippsRejected('no', { method: 'POST', path, requestId: 'r', status, code });

  test.each([
    ['/accesstoken/get', 400, null],
    ['/accesstoken/get', 401, null],
    ['/ecomm/v2/payments', 401, null],
    ['/ecomm/v2/payments', 403, null],
    ['/epayment/v1/payments', 401, 'Unauthorized'],
  ] as const)('is of the keys: %s, %i, code %s', (path, status, code) => {
    expect(refusesKeys(refusal(path, status, code))).toBe(true);
  });

  test.each([
    ['/accesstoken/get', 404, null],
    ['/ecomm/v2/payments', 400, '34'],
    ['/ecomm/v2/payments', 402, '36'],
    ['/recurring/v3/agreements', 403, 'unsupported-feature'],
    ['/qr/v1', 400, null],
  ] as const)('is of what was asked: %s, %i, code %s', (path, status, code) => {
    expect(refusesKeys(refusal(path, status, code))).toBe(false);
  });
});
