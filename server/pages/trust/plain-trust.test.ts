// Plain http on the port of https, where devices have to trust the server first.
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createIsOurName } from '../../http/guard.ts';
import { createHttpServer, listen } from '../../http/listen.ts';
import { makeAuthority, signForServer } from '../../http/tls/authority/authority.ts';
import { trustPath } from './paths.ts';
import { createPlainTrust, createTrust } from './trust.ts';

const authority = makeAuthority('till-2', Date.now());
const pair = signForServer(authority, ['127.0.0.1'], Date.now());
const readNetworkAddresses = async () => ['192.168.1.7'];
const page = { accept: 'text/html,application/xhtml+xml' };

async function aServer(
  router: Router = createTrust({ root: authority.root, publicUrl: null, readNetworkAddresses }),
) {
  const trust = { path: trustPath, answer: createPlainTrust(router) };
  const tls = { pair, isOurName: createIsOurName(null, ['till-2']), trust };
  const server = createHttpServer((_request, response) => void response.end('https'), { tls });
  await listen(server, '127.0.0.1', 0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = async (
    path: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'POST' | 'HEAD' = 'GET',
  ) => {
    const answer = await request(`http://127.0.0.1:${port}${path}`, { method, headers });
    const text = await answer.body.text();
    const location = answer.headers['location'];
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text,
      location: location?.toString().replace(`${port}`, 'PORT'),
    };
  };
  return { port, ask };
}

test('the page, the certificate and the profile are there, and nothing else of the server', async () => {
  const { ask, port } = await aServer();
  const { status, text, headers } = await ask('/trust', { ...page, 'accept-language': 'fi' });
  expect([status, headers['content-type'], headers['connection']]).toEqual([
    200,
    'text/html; charset=utf-8',
    'close',
  ]);
  expect(text).toContain('<html lang="fi">');
  expect(text).toContain(`href="https://127.0.0.1:${port}/display"`);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect((await ask('/trust/tillside.crt')).headers['content-type']).toBe('application/x-x509-ca-cert');
  expect((await ask('/trust/tillside.mobileconfig')).headers['content-type']).toBe(
    'application/x-apple-aspen-config',
  );
  expect((await ask('/trust', {}, 'HEAD')).status).toBe(200);
  expect((await ask('/trust/other')).status).toBe(307);
});

test('another page leads there, and from there to where somebody wanted to go', async () => {
  const { ask } = await aServer();
  const answer = await ask('/cashier/1?a=b', page);
  expect(answer).toMatchObject({ status: 307, location: '/trust?to=%2Fcashier%2F1%3Fa%3Db' });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('a program is sent to https, where it finds out by itself whether it trusts the server', async () => {
  const { ask } = await aServer();
  const answer = await ask('/api/home', { accept: 'application/json' });
  expect(answer).toMatchObject({ status: 307, location: 'https://127.0.0.1:PORT/api/home' });
});

test('[P8] what writes, or comes by another name, gets no page', async () => {
  const { ask } = await aServer();
  expect((await ask('/trust', {}, 'POST')).status).toBe(426);
  expect((await ask('/trust', { host: 'elsewhere.example' })).status).toBe(426);
  expect((await ask('/trust', { host: 'till-2' })).status).toBe(200);
});

test('a page that fails sends on to https, and the server goes on', async () => {
  const failing = Router();
  failing.get('/trust', () => {
    throw new Error('canary');
  });
  const { ask } = await aServer(failing);
  const answer = await ask('/trust');
  expect(answer).toMatchObject({ status: 307, location: 'https://127.0.0.1:PORT/trust' });
  expect(answer.text).not.toContain('canary');
});
