// A call whose first byte never left has not been done, whatever its connection failed of; every other one may have been.
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import {
  createServer as createTlsServer,
  getCACertificates,
  setDefaultCACertificates,
  type TlsOptions,
} from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aCertificate } from '../../testing/certificate.ts';
import { aPatientLine } from '../../testing/vipps.ts';
import { VippsUnavailable } from './errors.ts';

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const requestId = 'request-1';
const post = { method: 'POST', path: '/payments', headers: {}, body: '{}', requestId } as const;

async function failureOf(attempt: Promise<unknown>): Promise<VippsUnavailable> {
  const error = await attempt.then(
    () => 'nothing was thrown',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(VippsUnavailable);
  return error as VippsUnavailable;
}

function lineTo(origin: string) {
  const { exchange, close } = aPatientLine();
  onTestFinished(close);
  return () => exchange({ ...post, origin });
}

/** A server that speaks TLS, and how many requests it has read. */
async function secure(options: TlsOptions) {
  const read: string[] = [];
  const server = createTlsServer(options, (socket) => socket.on('data', (data) => read.push(String(data))));
  server.on('tlsClientError', () => undefined);
  return { origin: `https://127.0.0.1:${await listen(server)}`, read };
}

describe('certainly not done: no secure connection came about', () => {
  test.each([
    ['a certificate that vouches for itself', aCertificate('itself'), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['one of an unknown authority', aCertificate('a stranger'), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s', async (_, certificate, code) => {
    const { origin, read } = await secure(certificate);
    const error = await failureOf(lineTo(origin)());
    expect(error).toMatchObject({ outcome: 'not_done', code: expect.stringMatching(code) });
    expect(read).toEqual([]);
  });

  test.each<[string, string, [number, number], string]>([
    ['a trusted certificate that has run out', '127.0.0.1', [-2, -1], 'CERT_HAS_EXPIRED'],
    ['a trusted one that is not good yet', '127.0.0.1', [1, 2], 'CERT_NOT_YET_VALID'],
    ['a trusted one of another name', 'localhost', [-1, 1], 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('%s', async (_, host, hours, code) => {
    const certificate = aCertificate('itself', hours);
    const before = getCACertificates('default');
    setDefaultCACertificates([certificate.cert]);
    onTestFinished(() => setDefaultCACertificates(before));
    const { origin, read } = await secure(certificate);
    const error = await failureOf(lineTo(origin.replace('127.0.0.1', host))());
    expect(error).toMatchObject({ outcome: 'not_done', code });
    expect(read).toEqual([]);
  });

  test('no cipher in common', async () => {
    const { origin } = await secure({
      ...aCertificate('itself'),
      ciphers: 'AES128-SHA',
      maxVersion: 'TLSv1.2',
    });
    expect(await failureOf(lineTo(origin)())).toMatchObject({ outcome: 'not_done' });
  });

  test('a server that speaks no TLS', async () => {
    const port = await listen(createHttpServer((_request, response) => response.end('{}')));
    const error = await failureOf(lineTo(`https://127.0.0.1:${port}`)());
    expect(error).toMatchObject({ outcome: 'not_done', code: expect.stringMatching(/SSL|EPROTO/) });
  });

  test.each<[string, (socket: Socket) => void]>([
    ['reset', (socket) => socket.resetAndDestroy()],
    ['closed', (socket) => socket.end()],
    ['broken off', (socket) => socket.destroy()],
  ])('a connection that is %s in the middle of the handshake', async (_, leave) => {
    const port = await listen(createTcpServer((socket) => socket.once('data', () => leave(socket))));
    const error = await failureOf(lineTo(`https://127.0.0.1:${port}`)());
    expect(error).toMatchObject({ outcome: 'not_done', code: expect.stringMatching(/ECONNRESET|UND_ERR/) });
  });

  test('a name that nobody has', async () => {
    const error = await failureOf(lineTo('https://vipps.invalid')());
    expect(error).toMatchObject({ outcome: 'not_done', code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
  });
});

describe('perhaps done: bytes have left', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['reset', (socket) => socket.resetAndDestroy()],
    ['closed', (socket) => socket.end()],
    ['broken off', (socket) => socket.destroy()],
  ])('a connection that is %s once the call has been read', async (_, leave) => {
    const port = await listen(createTcpServer((socket) => socket.once('data', () => leave(socket))));
    expect(await failureOf(lineTo(`http://127.0.0.1:${port}`)())).toMatchObject({ outcome: 'unknown' });
  });

  test('one that was used before, and is reset under the second call', async () => {
    let calls = 0;
    const port = await listen(
      createHttpServer((request, response) => {
        calls += 1;
        if (calls === 1) response.end('{}');
        else request.socket.resetAndDestroy();
      }),
    );
    const send = lineTo(`http://127.0.0.1:${port}`);
    await send();
    expect(await failureOf(send())).toMatchObject({ outcome: 'unknown' });
    expect(calls).toBe(2);
  });
});
