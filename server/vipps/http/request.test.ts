import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../testing/manual-clock.ts';
import { aPatientLine } from '../../testing/vipps.ts';
import { createToken } from './access-token.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from './errors.ts';
import { createSend, type Send } from './request.ts';

const credentials = {
  clientId: 'canary-client',
  clientSecret: 'canary-secret',
  subscriptionKey: 'canary-key',
  merchantSerialNumber: '123456',
};
const systemHeaders = {
  'Vipps-System-Name': 'the-shop',
  'Vipps-System-Version': '1.2.3',
  'Vipps-System-Plugin-Name': 'the-plugin',
  'Vipps-System-Plugin-Version': '4.5.6',
};
const schema = z.object({ done: z.literal(true) });
const done: Reply = { body: { done: true } };

type Reply = { status?: number; body?: unknown; raw?: string; headers?: Record<string, string> } | 'reset';
type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** A server that answers calls in turn with `replies`, then with success, and gives out canary-token-1, -2 … */
async function setUp(replies: Reply[] = [], tokenReplies: Reply[] = []) {
  const received: Received[] = [];
  let tokens = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { method = '', url = '', headers } = request;
    const isToken = url === '/accesstoken/get';
    if (isToken) tokens += 1;
    else received.push({ method, url, headers, body });
    const token = { access_token: `canary-token-${tokens}`, expires_in: '3599' };
    const reply = (isToken ? tokenReplies : replies).shift() ?? (isToken ? { body: token } : done);
    if (reply === 'reset') {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.raw ?? JSON.stringify(reply.body ?? {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { exchange, close } = aPatientLine();
  onTestFinished(async () => {
    await close();
    server.close();
  });
  const clock = manualClock();
  const baseUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const token = createToken({ exchange, baseUrl, credentials, headers: systemHeaders, clock });
  const observed: string[] = [];
  const slept: number[] = [];
  const send = createSend({
    exchange,
    baseUrl,
    token,
    credentials,
    systemHeaders,
    random: () => 0.5,
    clock: { ...clock, sleep: async (ms) => void slept.push(ms) },
    observe: ({ name, outcome }) => observed.push(`${name} ${outcome}`),
  });
  return { send, received, observed, slept, fetches: () => tokens };
}

const call = { method: 'GET', path: '/ecomm/v2/payments/till-1-a/details', name: 'details', schema } as const;

async function failureOf(attempt: ReturnType<Send>): Promise<unknown> {
  return attempt.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

describe('a call to Vipps', () => {
  test('carries every header that Vipps asks for, and its body as JSON', async () => {
    const { send, received } = await setUp();
    const headers = { 'X-Request-Id': 'key-1' };
    const body = { transaction: { transactionText: 'Blåbær' } };
    expect(await send({ ...call, method: 'POST', path: '/ecomm/v2/x', headers, body })).toEqual({
      done: true,
    });
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/ecomm/v2/x',
        body: JSON.stringify(body),
        headers: {
          host: expect.any(String),
          connection: 'keep-alive',
          'content-length': String(Buffer.byteLength(JSON.stringify(body))),
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: 'Bearer canary-token-1',
          'ocp-apim-subscription-key': 'canary-key',
          'merchant-serial-number': '123456',
          'vipps-system-name': 'the-shop',
          'vipps-system-version': '1.2.3',
          'vipps-system-plugin-name': 'the-plugin',
          'vipps-system-plugin-version': '4.5.6',
          'x-request-id': 'key-1',
        },
      },
    ]);
  });

  test('without a body names no type for it', async () => {
    const { send, received } = await setUp();
    await send(call);
    expect(received[0]?.headers['content-type']).toBeUndefined();
    expect(received[0]?.body).toBe('');
  });

  test('with a token that Vipps no longer takes is made once more with a fresh one', async () => {
    const { send, received, observed } = await setUp([{ status: 401 }]);
    expect(await send(call)).toEqual({ done: true });
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer canary-token-1',
      'Bearer canary-token-2',
    ]);
    expect(observed).toEqual(['details VippsRejected', 'details ok']);
  });

  test('that is refused with 401 twice was rejected', async () => {
    const { send, received, fetches } = await setUp([{ status: 401 }, { status: 401 }]);
    const error = await failureOf(send({ ...call, retries: 3 }));
    expect(error).toBeInstanceOf(VippsRejected);
    expect(error).toMatchObject({ status: 401 });
    expect([received.length, fetches()]).toEqual([2, 2]);
  });

  test('is not repeated unless asked for', async () => {
    const { send, received } = await setUp([{ status: 503 }]);
    expect(await failureOf(send(call))).toBeInstanceOf(VippsUnavailable);
    expect(received).toHaveLength(1);
  });

  test('is repeated as often as asked for, after a little while, and no more', async () => {
    const { send, received, slept, observed } = await setUp([{ status: 503 }, 'reset', { status: 500 }]);
    expect(await failureOf(send({ ...call, retries: 2 }))).toMatchObject({ status: 500 });
    expect(received).toHaveLength(3);
    expect(slept).toEqual([225, 225]);
    expect(observed).toEqual(Array(3).fill('details VippsUnavailable'));
  });

  test('is repeated with success after a passing failure', async () => {
    const { send, received } = await setUp(['reset']);
    expect(await send({ ...call, retries: 1 })).toEqual({ done: true });
    expect(received).toHaveLength(2);
  });

  test.each<[string, Reply]>([
    ['a refusal', { status: 400, body: [{ errorCode: '41', errorMessage: 'no' }] }],
    ['an unreadable answer', { raw: '<html>' }],
    ['an answer that says when to come back', { status: 429, headers: { 'retry-after': '1' } }],
  ])('is not repeated after %s', async (_, reply) => {
    const { send, received } = await setUp([reply]);
    expect(await failureOf(send({ ...call, retries: 3 }))).toBeInstanceOf(Error);
    expect(received).toHaveLength(1);
  });

  test.each<[string, Reply, Reply, string]>([
    ['refused, after an answer that was lost', 'reset', { status: 409 }, 'unknown'],
    ['put off, after an answer that was lost', 'reset', { status: 429 }, 'unknown'],
    ['put off, and so was the first', { status: 429 }, { status: 429 }, 'not_done'],
  ])('[P1] whose repeat is %s', async (_, first, second, outcome) => {
    const { send } = await setUp([first, second]);
    const error = await failureOf(send({ ...call, retries: 1 }));
    expect(error).toBeInstanceOf(VippsUnavailable);
    expect(error).toMatchObject({ outcome });
  });

  test('ends for a caller who gives up while its token is on the way, before anything is sent', async () => {
    const abort = new AbortController();
    const { promise: onTheWay } = Promise.withResolvers<string>();
    const send = createSend({
      exchange: () => expect.fail('nothing is to be sent'),
      token: { get: () => onTheWay, forget: () => undefined },
      baseUrl: new URL('http://127.0.0.1'),
      credentials,
      systemHeaders,
      clock: manualClock(),
      random: () => 0,
      observe: () => undefined,
    });
    const waiting = failureOf(send({ ...call, signal: abort.signal }));
    abort.abort();
    expect(await waiting).toMatchObject({ name: 'VippsUnavailable', outcome: 'not_done' });
  });

  test('is not repeated for a caller who has given up', async () => {
    const { send, observed, slept } = await setUp();
    const error = await failureOf(send({ ...call, retries: 3, signal: AbortSignal.abort() }));
    expect(error).toBeInstanceOf(VippsUnavailable);
    expect([observed, slept]).toEqual([['details VippsUnavailable'], []]);
  });
});

describe('a call that failed says whether it may have been carried out', () => {
  const date = 'Mon, 02 Mar 2026 09:00:00 GMT';
  const later = 'Mon, 02 Mar 2026 09:00:20 GMT';
  const code = (errorCode: string) => [{ errorGroup: 'VippsError', errorCode, errorMessage: 'no' }];
  test.each<[string, Reply, object]>([
    [
      '429 with Retry-After in seconds',
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'not_done', retryAfterMs: 7_000 },
    ],
    [
      '429 with a date in Retry-After',
      { status: 429, headers: { 'retry-after': later, date } },
      { outcome: 'not_done', retryAfterMs: 20_000 },
    ],
    ['429 alone', { status: 429 }, { outcome: 'not_done', retryAfterMs: null }],
    ['code 94', { status: 400, body: code('94') }, { outcome: 'not_done' }],
    ['code 98', { status: 400, body: code('98') }, { outcome: 'not_done' }],
    ['code 99', { status: 400, body: code('99') }, { outcome: 'unknown' }],
    ['500', { status: 500 }, { outcome: 'unknown' }],
    ['a broken connection', 'reset', { outcome: 'unknown', status: null }],
  ])('%s', async (_, reply, expected) => {
    const { send } = await setUp([reply]);
    const error = await failureOf(send({ ...call, requestId: 'key-1' }));
    expect(error).toBeInstanceOf(VippsUnavailable);
    expect(error).toMatchObject({ ...expected, requestId: 'key-1', method: 'GET', path: call.path });
  });

  test.each<[string, Reply]>([
    ['HTML', { raw: '<html></html>' }],
    ['another shape', { body: { unexpected: true } }],
  ])('200 with %s is an invalid response', async (_, reply) => {
    const { send } = await setUp([reply]);
    const error = await failureOf(send({ ...call, requestId: 'key-1' }));
    expect(error).toBeInstanceOf(VippsInvalidResponse);
    expect(error).toMatchObject({ requestId: 'key-1', status: 200 });
  });

  test('without a token the call itself was certainly not made', async () => {
    for (const reply of ['reset', { status: 500 }, { raw: '<html>' }] as const) {
      const { send, received } = await setUp([], [reply]);
      const error = await failureOf(send({ ...call, method: 'POST', requestId: 'key-1' }));
      expect(error).toBeInstanceOf(VippsUnavailable);
      expect(error).toMatchObject({ outcome: 'not_done', path: call.path, requestId: 'key-1' });
      expect(received).toEqual([]);
    }
  });

  test('without a token it also says when to come back', async () => {
    const { send } = await setUp([], [{ status: 429, headers: { 'retry-after': '5' } }]);
    expect(await failureOf(send(call))).toMatchObject({ outcome: 'not_done', retryAfterMs: 5_000 });
  });

  test('[P2] wrong credentials are no answer to the call, and say themselves why', async () => {
    const refusal = { status: 401, body: { error: 'invalid_client' } };
    const { send, received } = await setUp([], [refusal, refusal]);
    const error = await failureOf(send(call));
    expect(error).toMatchObject({ name: 'VippsUnavailable', outcome: 'not_done', path: call.path });
    expect(error).toMatchObject({ cause: { name: 'VippsRejected', path: '/accesstoken/get' } });
    expect(received).toEqual([]);
  });
});

describe('[P7] no error of a call shows a credential, a token or a landing URL', () => {
  const landingUrl =
    'https://api.vipps.no/dwo-api-application/v1/deeplink/vippsgateway?v=2&token=canary-landing';
  const echo = `Cannot take ${landingUrl} with Bearer canary-token-1`;
  test.each<[string, Reply[], Reply[]]>([
    ['refused', [{ status: 400, body: { title: 'no' } }], []],
    ['refused by someone who repeats what was sent', [{ status: 400, body: { detail: echo } }], []],
    ['refused by eCom, likewise', [{ status: 400, body: [{ errorCode: '1', errorMessage: echo }] }], []],
    ['unavailable', [{ status: 500, body: { detail: echo } }], []],
    ['unreadable', [{ body: { done: landingUrl, token: 'canary-token-1' } }], []],
    ['broken', ['reset'], []],
    ['without a token', [], [{ status: 500 }]],
    ['with an unreadable token', [], [{ body: { access_token: ['canary-token-1'], expires_in: 'canary' } }]],
    ['with wrong credentials', [], Array(2).fill({ status: 401, body: { error: 'invalid_client' } })],
  ])('when it is %s', async (_, replies, tokenReplies) => {
    const { send } = await setUp(replies, tokenReplies);
    const error = await failureOf(send({ ...call, method: 'POST', body: { url: landingUrl } }));
    expect(error).toBeInstanceOf(Error);
    const { stack, message } = error as Error;
    const shown = [message, stack, String(error), JSON.stringify(error), inspect(error, { depth: 20 })];
    expect(shown.join('\n')).not.toContain('canary');
  });
});
