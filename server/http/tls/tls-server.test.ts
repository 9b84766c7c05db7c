// https on a real socket: the limits of plain http hold for it, and who speaks plain http is told where to go.
import { once } from 'node:events';
import { request } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { connect as connectTls, type Server as TlsServer } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aCertificate } from '../../testing/certificate.ts';
import type { ConnectionLimits, RefusalReason } from '../connections.ts';
import { createHttpServer, listen, type ServerOptions } from '../listen.ts';
import { contextOf } from './tls-server.ts';

const first = aCertificate('itself');
const isOurName = (host: string) => /^127\.0\.0\.1(:|$)/.test(host);
const get = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const roomy: ConnectionLimits = { most: 100, mostPerAddress: 100, isExempt: () => false };

async function aServer({ handshakeTimeout, ...options }: ServerOptions & { handshakeTimeout?: number } = {}) {
  const refused: RefusalReason[] = [];
  const onRefused = (reason: RefusalReason) => void refused.push(reason);
  const tls = {
    pair: first,
    isOurName,

    ...(handshakeTimeout === undefined ? {} : { handshakeTimeout }),
  };
  const answer = (_request: unknown, response: { end(text: string): void }) => void response.end('well');
  const server = createHttpServer(answer, { connections: roomy, onRefused, ...options, tls });
  const url = await listen(server, '127.0.0.1', 0);
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url, port, refused };
}

function follow(socket: ReturnType<typeof connect>) {
  const seen = { text: '', isClosed: false };
  socket.on('data', (bytes) => {
    seen.text += bytes;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    seen.isClosed = true;
  });
  onTestFinished(() => void socket.destroy());
  return { ...seen, socket, text: () => seen.text, isClosed: () => seen.isClosed };
}

async function plain(port: number) {
  const one = follow(connect({ host: '127.0.0.1', port }));
  await once(one.socket, 'connect');
  return one;
}

async function encrypted(port: number, ca = first.cert) {
  const one = follow(connectTls({ host: '127.0.0.1', port, ca }));
  await once(one.socket, 'secureConnect');
  return one;
}

const isAnswered = (one: { text(): string }) => expect.poll(one.text).toContain('HTTP/1.1 200');

/** @returns what a client that checks the certificate gets. */
function ask(url: string, ca: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca, agent: false }, (response) => resolve(response.statusCode ?? 0));
    asked.on('error', reject).end();
  });
}

test('[P8] who trusts the certificate gets an answer over https, and who does not gets none', async () => {
  const { url } = await aServer();
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(url, first.cert)).toBe(200);
  await expect(ask(url, aCertificate('itself').cert)).rejects.toMatchObject({
    code: expect.stringMatching(/CERT|SELF_SIGNED/),
  });
});

test('[P8] a version of TLS before 1.2 is not spoken', async () => {
  const { port } = await aServer();
  const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const one = follow(connectTls({ host: '127.0.0.1', port, ca: first.cert, ...old }));
  const [error] = await once(one.socket, 'error');
  expect(error.code).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
});

test('[P8] another certificate is shown to who connects next; who is connected goes on', async () => {
  const { server, port, url } = await aServer();
  const before = await encrypted(port);
  const second = aCertificate('itself');
  (server as unknown as TlsServer).setSecureContext(contextOf(second));
  expect(await ask(url, second.cert)).toBe(200);
  before.socket.write(get);
  await isAnswered(before);
});

describe('plain http on the port of https', () => {
  const say = async (text: string) => {
    const { port } = await aServer();
    const one = await plain(port);
    one.socket.write(text.replaceAll('PORT', String(port)));
    await expect.poll(one.isClosed).toBe(true);
    return one.text().replaceAll(String(port), 'PORT');
  };

  test('is sent to the same address over https, which nobody is to remember', async () => {
    const answer = await say('GET /cashier/1?a=b HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n');
    expect(answer).toContain('HTTP/1.1 307');
    expect(answer).toContain('Location: https://127.0.0.1:PORT/cashier/1?a=b');
    expect(answer).toContain('Cache-Control: no-store');
  });

  test('is sent to the same port, where that is the usual one of plain http', async () => {
    const answer = await say('GET /display HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect(answer).toContain('Location: https://127.0.0.1:80/display');
  });

  test.each([
    [
      '[P8] a request that writes',
      'POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\n\r\n',
    ],
    ['[P8] a name that is not ours', 'GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n'],
    [
      '[P8] an address that is no path',
      'GET http://elsewhere.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    ],
  ])('is told what the port speaks, and sent nowhere: %s', async (_, text) => {
    const answer = await say(text);
    expect(answer).toContain('HTTP/1.1 426');
    expect(answer).toContain('This port speaks https.');
    expect(answer).not.toContain('Location');
  });

  test('is ended with its one answer, whatever else it asks', async () => {
    const answer = await say('GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n'.repeat(3));
    expect(answer.split('HTTP/1.1 307')).toHaveLength(2);
  });
});

describe('[P8] a connection is ended', () => {
  test.each([
    ['that says nothing', ''],
    ['that begins a handshake and does not go on', '\x16\x03'],
    ['that begins a request of plain http and does not go on', 'GET / HTTP/1.1\r\n'],
  ])('%s', async (_, text) => {
    const { server, port } = await aServer({ handshakeTimeout: 200 });
    const one = await plain(port);
    if (text !== '') one.socket.write(text, 'latin1');
    await expect.poll(one.isClosed).toBe(true);
    await expect.poll(() => new Promise((tell) => server.getConnections((_, open) => tell(open)))).toBe(0);
  });

  test('whose request over https does not go on', async () => {
    const { port } = await aServer({
      headersTimeout: 100,
      requestTimeout: 200,
      connectionsCheckingInterval: 50,
    });
    const one = await encrypted(port);
    one.socket.write('GET / HTTP/1.1\r\n');
    await expect.poll(one.isClosed).toBe(true);
    expect(one.text()).toContain('HTTP/1.1 408');
  });

  test('that breaks off in its handshake, without harm to others', async () => {
    const { port } = await aServer();
    const broken = await plain(port);
    broken.socket.write('\x16\x03\x01\x00\x05hello', 'latin1');
    await expect.poll(broken.isClosed).toBe(true);
    const other = await encrypted(port);
    other.socket.write(get);
    await isAnswered(other);
  });
});

describe('[P10] of too many connections', () => {
  const two = (mostPerAddress: number, most = 100): ServerOptions => ({
    connections: { most, mostPerAddress, isExempt: () => false },
  });

  test.each([
    ['in all', two(100, 2), 'all'],
    ['from one address', two(2), 'address'],
  ])(
    '%s, the one that has been idle for longest makes room, be it in a handshake or not',
    async (_, options, why) => {
      const { port, refused } = await aServer(options);
      const silent = await plain(port);
      const older = await encrypted(port);
      const newer = await encrypted(port);
      await expect.poll(silent.isClosed).toBe(true);
      older.socket.write(get);
      await isAnswered(older);
      const newest = await encrypted(port);
      await expect.poll(newer.isClosed).toBe(true);
      for (const one of [older, newest]) one.socket.write(get);
      await isAnswered(newest);
      expect(older.isClosed()).toBe(false);
      expect(refused).toEqual([why, why]);
    },
  );

  test('those who have gone count no more', async () => {
    const { port, refused, server } = await aServer(two(2));
    for (let times = 0; times < 5; times += 1) {
      (await encrypted(port)).socket.destroy();
      await expect.poll(() => new Promise((tell) => server.getConnections((_, open) => tell(open)))).toBe(0);
    }
    expect(refused).toEqual([]);
  });

  test('one connection may ask as much at once as over plain http', async () => {
    const refused: RefusalReason[] = [];
    const tls = { pair: first, isOurName };
    const server = createHttpServer(() => undefined, { tls, onRefused: (why) => void refused.push(why) });
    await listen(server, '127.0.0.1', 0);
    onTestFinished(() => void server.close());
    const greedy = await encrypted((server.address() as AddressInfo).port);
    greedy.socket.write(get.repeat(300));
    await expect.poll(greedy.isClosed).toBe(true);
    expect(refused).toEqual(['unanswered']);
  });
});
