import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import express, { type Request } from 'express';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createErrorHandler } from './errors.ts';
import { hasVersion, idempotencyKey, requireJson, waitMs } from './requests.ts';

/** Sends these lines as a request, byte for byte, and answers with what `read` made of it. */
async function answerTo(lines: string[], read: (request: Request) => unknown, body = '') {
  const app = express();
  app.use(requireJson, express.json({ type: 'application/json' }), (request, response) => {
    response.json({ read: read(request) });
  });
  app.use(createErrorHandler(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [first = '', ...headers] = lines;
  const head = [`${first} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  const answer = await text(socket);
  const json = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
  return { status: Number(answer.split(' ')[1]), ...json };
}

// Not GET: Express itself would keep back the answer to `If-None-Match: *`.
const readOf = async (headers: string[], read: (request: Request) => unknown) =>
  (await answerTo(['POST /', ...headers], read)).read;

describe('how long an answer may be held', () => {
  test.each([
    [['Prefer: wait=1'], 1_000],
    [['prefer: WAIT=2'], 2_000],
    [['Prefer: wait="3"'], 3_000],
    [['Prefer: wait = 4'], 4_000],
    [['Prefer: respond-async, wait=5'], 5_000],
    [['Prefer: respond-async', 'Prefer: wait=5'], 5_000],
    [['Prefer: wait=6, handling=lenient'], 6_000],
    [['Prefer: wait=10'], 10_000],
    [['Prefer: wait=11'], 10_000],
    [['Prefer: wait=999999'], 10_000],
    [['Prefer: wait=0'], 0],
    [[], 0],
    [['Prefer: wait'], 0],
    [['Prefer: wait=-1'], 0],
    [['Prefer: wait=1.5'], 0],
    [['Prefer: wait=soon'], 0],
    [['Prefer: await=5'], 0],
    [['Prefer: wait=5s'], 0],
  ])('%j: %i ms', async (headers, expected) => {
    expect(await readOf(headers, waitMs)).toBe(expected);
  });
});

describe('whether the caller has a version already', () => {
  test.each([
    [['If-None-Match: "a.1"'], true],
    [['If-None-Match: W/"a.1"'], true],
    [['If-None-Match: "b.1", "a.1"'], true],
    [['If-None-Match: "b.1",W/"a.1"'], true],
    [['If-None-Match: *'], true],
    [[], false],
    [['If-None-Match: "a.2"'], false],
    [['If-None-Match: "a.1'], false],
    [['If-None-Match: a.1'], false],
    [['If-None-Match: "xa.1"'], false],
    [['If-None-Match:'], false],
  ])('%j: %s', async (headers, expected) => {
    expect(await readOf(headers, (request) => hasVersion(request, '"a.1"'))).toBe(expected);
  });
});

describe('the Idempotency-Key', () => {
  test.each([
    [['Idempotency-Key: sale-1'], 'sale-1'],
    [[`Idempotency-Key: ${'x'.repeat(255)}`], 'x'.repeat(255)],
    [['Idempotency-Key: "quoted"'], '"quoted"'],
    [[], null],
  ])('of %j', async (headers, expected) => {
    expect(await readOf(headers, idempotencyKey)).toBe(expected);
  });

  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(256)],
    ['two words', 'two words'],
    ['not ASCII', 'sål'],
    ['two keys', 'a, b'],
  ])('cannot be %s', async (_, key) => {
    expect(await answerTo(['GET /', `Idempotency-Key: ${key}`], idempotencyKey)).toEqual({
      status: 400,
      error: {
        code: 'invalid_request',
        message: 'Idempotency-Key: 1-255 printable characters without spaces.',
      },
    });
  });
});

describe('a write carries JSON or nothing', () => {
  const bodyOf = (request: Request) => request.body ?? null;
  const json = 'Content-Type: application/json';

  test.each<[string, string[], string, unknown]>([
    ['JSON', [json, 'Content-Length: 7'], '{"a":1}', { a: 1 }],
    [
      'JSON that names its character set',
      ['Content-Type: application/json; charset=utf-8', 'Content-Length: 2'],
      '{}',
      {},
    ],
    ['JSON in pieces', [json, 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n', {}],
    ['nothing', ['Content-Length: 0'], '', null],
    ['nothing, without a word of its length', [], '', null],
    ['nothing that calls itself JSON', [json, 'Content-Length: 0'], '', {}],
    ['nothing that calls itself JSON, without a word of its length', [json], '', null],
  ])('%s is taken', async (_, headers, body, expected) => {
    expect(await answerTo(['POST /', ...headers], bodyOf, body)).toEqual({ status: 200, read: expected });
  });

  test.each<[string, string[], string]>([
    ['a form', ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3'], 'a=1'],
    ['text', ['Content-Type: text/plain', 'Content-Length: 7'], '{"a":1}'],
    ['an empty form', ['Content-Type: text/plain', 'Content-Length: 0'], ''],
    ['a body without a type', ['Content-Length: 7'], '{"a":1}'],
    ['pieces without a type', ['Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'],
    ['what only begins alike', ['Content-Type: application/jsonx', 'Content-Length: 2'], '{}'],
    ['what hides it', ['Content-Type: text/plain; application/json', 'Content-Length: 2'], '{}'],
  ])('[P8] %s is refused, whatever the method', async (_, headers, body) => {
    for (const method of ['POST', 'PUT', 'PATCH']) {
      expect(await answerTo([`${method} /`, ...headers], bodyOf, body)).toEqual({
        status: 415,
        error: { code: 'invalid_request', message: 'Send application/json.' },
      });
    }
  });

  test('and reading needs no type', async () => {
    expect(await answerTo(['GET /'], bodyOf)).toMatchObject({ status: 200 });
  });
});
