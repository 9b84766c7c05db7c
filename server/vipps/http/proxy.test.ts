// Vipps behind a proxy: one that grants tunnels, one that reads along with an authority of its own, and those that do neither.
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aCertificate } from '../../testing/certificate.ts';
import { createExchange } from './connection.ts';
import type { Network } from './dispatcher.ts';
import { VippsUnavailable } from './errors.ts';

const timeouts = { connectTimeoutMs: 400, readTimeoutMs: 800 };

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

async function aVipps(certificate = aCertificate('itself')) {
  const server = createHttpsServer(certificate, (_request, response) => response.end('good'));
  return { origin: `https://127.0.0.1:${await listen(server)}`, authorities: certificate.cert };
}

/** @param to the port to which every tunnel leads; null grants none, with this status. */
async function aProxy(answer: (asked: IncomingMessage) => { status: number; to: number }) {
  const asked: IncomingMessage[] = [];
  const server = createHttpServer();
  server.on('connect', (request, socket) => {
    asked.push(request);
    const { status, to } = answer(request);
    socket.on('error', () => undefined);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const there = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
    socket.on('close', () => there.destroy());
  });
  return { asked, host: `127.0.0.1:${await listen(server)}` };
}
const portOf = (host: string) => Number(new URL(`http://${host}`).port);
const asAsked = ({ url = '' }: IncomingMessage) => ({ status: 200, to: portOf(url) });

/** What comes of a call through this network: the answer, or why there is none and whether the call may have been made. */
async function outcomeOf(origin: string, network: Network): Promise<string> {
  const { exchange, close } = createExchange(timeouts, network);
  onTestFinished(close);
  try {
    const call = { method: 'POST', origin, path: '/', headers: {}, requestId: 'r' } as const;
    return (await exchange(call)).bytes.toString();
  } catch (error) {
    if (!(error instanceof VippsUnavailable)) throw error;
    return `${error.code}, ${error.outcome}`;
  }
}
const through = (host: string, except = '') => ({ url: new URL(`http://${host}`), except });

describe('a proxy', () => {
  test('is asked for a tunnel, and never sees what goes through it', async () => {
    const { origin, authorities } = await aVipps();
    const { asked, host } = await aProxy(asAsked);
    expect(await outcomeOf(origin, { proxy: through(`kari:pass%40word@${host}`), authorities })).toBe('good');
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`CONNECT ${new URL(origin).host}`]);
    const basic = Buffer.from('kari:pass@word').toString('base64');
    expect(asked[0]?.headers['proxy-authorization']).toBe(`Basic ${basic}`);
  });

  test.each(['*', '127.0.0.1', 'other.example, 127.0.0.1'])('is left out by NO_PROXY=%s', async (except) => {
    const { origin, authorities } = await aVipps();
    const { asked, host } = await aProxy(asAsked);
    expect(await outcomeOf(origin, { proxy: through(host, except), authorities })).toBe('good');
    expect(asked).toEqual([]);
  });

  test('that reads along is trusted with its authority in TLS_CA, and not without', async () => {
    const { origin } = await aVipps();
    const reader = await aVipps();
    const { host } = await aProxy(() => ({ status: 200, to: portOf(new URL(reader.origin).host) }));
    const proxy = through(host);
    expect(await outcomeOf(origin, { proxy, authorities: reader.authorities })).toBe('good');
    expect(await outcomeOf(origin, { proxy, authorities: null })).toBe(
      'DEPTH_ZERO_SELF_SIGNED_CERT, not_done',
    );
  });

  test.each([407, 403, 502])(
    'that grants no tunnel (%i) is told, and the call has not been made',
    async (status) => {
      const { origin, authorities } = await aVipps();
      const { host } = await aProxy(() => ({ status, to: 0 }));
      expect(await outcomeOf(origin, { proxy: through(host), authorities })).toBe(
        `PROXY_${status}, not_done`,
      );
    },
  );

  test('that is not there is told, and the call has not been made', async () => {
    const { origin, authorities } = await aVipps();
    expect(await outcomeOf(origin, { proxy: through('127.0.0.1:1'), authorities })).toBe(
      'ECONNREFUSED, not_done',
    );
  });

  test('that never answers is given up within the time for a connection and an answer', async () => {
    const { origin, authorities } = await aVipps();
    const silent = createTcpServer((socket) =>
      socket.on('error', () => undefined).on('data', () => undefined),
    );
    const host = `127.0.0.1:${await listen(silent)}`;
    const began = performance.now();
    expect(await outcomeOf(origin, { proxy: through(host), authorities })).toMatch(/, not_done$/);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test('without a proxy, an authority in TLS_CA is trusted, too', async () => {
  const { origin, authorities } = await aVipps();
  expect(await outcomeOf(origin, { proxy: null, authorities })).toBe('good');
  expect(await outcomeOf(origin, { proxy: null, authorities: null })).toMatch(/SELF_SIGNED_CERT, not_done$/);
});
