import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, describe, expect, test } from 'vitest';
import { aServer } from '../testing/http.ts';
import { aClientBuild, assets } from '../testing/pages/client-build.ts';

const { dist, remove } = aClientBuild();
const server = await aServer({ dist });
afterAll(async () => {
  await server.close();
  remove();
});

async function get(path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const { statusCode, headers: answered, body } = await request(server.url + path, { method, headers });
  return { status: statusCode, headers: answered, bytes: Buffer.from(await body.arrayBuffer()) };
}
const shared = '/assets/shared-a.js';
const text = assets['shared-a.js'];

describe('a file of the client', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('is sent to who takes %s as %s', async (accepted, encoding, unpack) => {
    const { headers, bytes } = await get(shared, { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': `${bytes.length}` });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(unpack(bytes).toString()).toBe(text);
  });

  test('that compression makes no smaller is sent as it is', async () => {
    const { headers, bytes } = await get('/assets/tiny-b.svg', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(bytes.toString()).toBe(assets['tiny-b.svg']);
  });

  test('that is named by its content is kept for good; a page is asked for anew each time', async () => {
    expect((await get(shared)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/display', '/sign-in', '/display-worker.js', '/display.webmanifest']) {
      expect((await get(path)).headers['cache-control']).toBe('no-cache');
    }
  });

  test.each([[shared], ['/display']])('that the browser has is not sent again: %s', async (path) => {
    const etag = String((await get(path)).headers['etag']);
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect((await get(path, { 'if-none-match': 'W/"another"' })).status).toBe(200);
  });

  test('has its size told without being sent', async () => {
    const { status, headers, bytes } = await get(shared, {}, 'HEAD');
    expect([status, headers['content-length'], bytes.length]).toEqual([200, `${text.length}`, 0]);
  });

  test('stays as it was when the server started, whatever becomes of the folder', async () => {
    writeFileSync(join(dist, 'assets', 'shared-a.js'), 'changed');
    writeFileSync(join(dist, 'assets', 'new.js'), 'new');
    expect((await get(shared)).bytes.toString()).toBe(text);
    expect((await get('/assets/new.js')).status).toBe(404);
  });

  test('is found by its whole address only', async () => {
    for (const path of ['/assets/../.client', '/assets/%2e%2e/.client', '/.client', '/home/index.html']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

test.skipIf(process.platform !== 'linux')(
  'however many files are asked for on one connection that reads none, none is open',
  async () => {
    const openFiles = () => readdirSync('/proc/self/fd').length;
    await get(shared);
    const before = openFiles();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write(`GET ${shared} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(300));
    // All of them are in the one packet that the server has then read.
    await once(socket, 'data');
    socket.destroy();
    for (let times = 0; times < 5; times += 1) await get(shared);
    await expect.poll(openFiles, { timeout: 5_000 }).toBeLessThanOrEqual(before);
  },
);
