import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { request } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createErrorHandler } from './errors.ts';
import { createGuard, createIsOurName } from './guard.ts';

/** Sends one request to a guarded server; `{port}` in the headers is the server's own. */
async function answerTo(method: 'GET' | 'HEAD' | 'POST' | 'DELETE', host: string, origin?: string) {
  const app = express();
  const publicUrl = new URL('https://till.shop.example');
  app.use(createGuard(publicUrl, createIsOurName(publicUrl)));
  app.use((_request, response) => {
    response.json({ reached: true });
  });
  app.use(createErrorHandler(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  const headers = { host: host.replace('{port}', port), ...(origin === undefined ? {} : { origin }) };
  if (origin !== undefined) headers.origin = origin.replace('{port}', port);
  const { statusCode, body } = await request(`http://127.0.0.1:${port}/api/payments`, { method, headers });
  const text = await body.text();
  return { status: statusCode, body: text === '' ? null : JSON.parse(text) };
}

const refused = { status: 403, body: { error: { code: 'not_allowed', message: expect.any(String) } } };

describe('a request under an address, or under the name that the shop gave the server', () => {
  test.each([
    ['127.0.0.1:{port}'],
    ['localhost:{port}'],
    ['LOCALHOST:{port}'],
    ['[::1]:{port}'],
    ['localhost'],
    ['192.168.1.2:{port}'],
    ['[fd00::2]:{port}'],
    ['till.shop.example'],
  ])('is let through: %s', async (host) => {
    expect(await answerTo('GET', host)).toMatchObject({ status: 200 });
    expect(await answerTo('POST', host)).toMatchObject({ status: 200 });
  });
});

test('under a name that the machine has for itself, it is let through where certificates are for that', () => {
  const isOurName = createIsOurName(null, ['till-2', 'till-2.local']);
  expect(['till-2:3000', 'TILL-2.local', 'till-3:3000', 'a.till-2.local'].map(isOurName)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(createIsOurName(null)('till-2.local')).toBe(false);
});

describe('[P8] a request under another name is a page from elsewhere that had its name point here', () => {
  test.each([
    ['evil.com'],
    ['evil.com:{port}'],
    ['127.0.0.1.evil.com'],
    ['localhost.evil.com:{port}'],
    ['notlocalhost:{port}'],
    ['127.0.0.1:port'],
    ['127.0.0.1@evil.com'],
    ['other.till.shop.example'],
    ['evil-till.shop.example'],
    ['till.shop.example.evil.com'],
  ])('%s is refused, reading and writing', async (host) => {
    expect(await answerTo('GET', host)).toEqual(refused);
    expect(await answerTo('POST', host)).toEqual(refused);
  });
});

describe('[P8] a write from a page', () => {
  test('of ours is let through', async () => {
    expect(await answerTo('POST', '127.0.0.1:{port}', 'http://127.0.0.1:{port}')).toMatchObject({
      status: 200,
    });
    expect(await answerTo('POST', 'localhost:{port}', 'http://localhost:{port}')).toMatchObject({
      status: 200,
    });
  });

  test.each([
    ['http://evil.com'],
    ['https://127.0.0.1:{port}'],
    ['http://127.0.0.1:1'],
    ['http://127.0.0.1'],
    ['http://localhost:{port}'],
    ['http://127.0.0.1:{port}.evil.com'],
    ['null'],
    [''],
  ])('of elsewhere is refused: Origin %j', async (origin) => {
    expect(await answerTo('POST', '127.0.0.1:{port}', origin)).toEqual(refused);
    expect(await answerTo('DELETE', '127.0.0.1:{port}', origin)).toEqual(refused);
  });

  test('of elsewhere may still read what browsers do not show it', async () => {
    expect(await answerTo('GET', '127.0.0.1:{port}', 'http://evil.com')).toMatchObject({ status: 200 });
    expect(await answerTo('HEAD', '127.0.0.1:{port}', 'http://evil.com')).toMatchObject({ status: 200 });
  });
});
