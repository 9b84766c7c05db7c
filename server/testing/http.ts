// A till behind its HTTP API, on a real socket.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from '../app.ts';
import { createMetrics } from '../http/metrics.ts';
import { aTill, till } from './till.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

/** @returns the till of `aTill`, and `call`, which sends one request and reads the answer as JSON where it is. */
export async function aServer(options: Parameters<typeof aTill>[0] = {}) {
  const shop = await aTill(options);
  const metrics = createMetrics();
  metrics.watch({ watched: shop.watch.size, held: shop.news.held });
  const app = createApp({
    ...shop,
    ...{ tills: [till], gateway: shop.vipps, metrics, version: '0.0.0', dist: '/nowhere', phoneUrl: null },
    log: pino({ level: 'silent' }),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function call(method: string, path: string, options: RequestInit = {}): Promise<Answer> {
    const response = await fetch(url + path, { method, redirect: 'manual', ...options });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('application/json');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call('POST', path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  async function close(): Promise<void> {
    shop.news.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await shop.watch.stop(0);
    await shop.store.close();
  }
  return { ...shop, url, call, post, close };
}

export type TestServer = Awaited<ReturnType<typeof aServer>>;
