// Strangers who connect without end, to a server whose process may open few files.
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'playwright/test';
import { Shop } from '../shop/shop.ts';

const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };
const openFiles = 256;
const strangers = 400;

/** @returns a connection that says `text`, and nothing else, and reads nothing. */
function connectTo(url: string, text: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(text));
  return socket.pause().on('error', () => undefined);
}

/** The largest file that a display loads. */
async function largestFile(url: string): Promise<string> {
  const page = await (await fetch(`${url}/display`)).text();
  const [file] = /\/assets\/shared-[\w-]+\.js/.exec(page) ?? [];
  if (file === undefined) throw new Error('The page of a display loads no shared file');
  return file;
}

test('a shop sells while strangers connect and ask without end, and none of it is left afterwards', async () => {
  test.skip(process.platform !== 'linux', 'what a process has open is counted in /proc');
  const shop = await Shop.open();
  const sockets: Socket[] = [];
  try {
    await shop.server.end('SIGTERM');
    shop.server.limitOpenFiles(openFiles);
    await shop.server.start();
    const open = () => readdirSync(`/proc/${shop.server.pid}/fd`).length;
    expect(shop.log).toContain('allows fewer connections than MAX_CONNECTIONS');
    const greedy = `GET ${await largestFile(shop.url)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(300);
    const before = open();
    for (let count = 0; count < strangers; count += 1) {
      sockets.push(connectTo(shop.url, count % 10 === 0 ? greedy : ''));
    }
    await expect.poll(() => shop.log).toContain('too many connections');
    await expect.poll(() => shop.log).toContain('asked for too much before it was answered');
    const { status, body } = await shop.api('POST', '/tills/1/payments', sale);
    expect([status, body]).toMatchObject([201, { state: 'presented' }]);
    expect(open()).toBeLessThan(openFiles);
    const metrics = await (await fetch(`${shop.url}/metrics`, { headers: shop.signedIn })).text();
    expect(metrics).toMatch(/^tillside_refused_connections_total\{reason="address"\} [1-9]/m);
    expect(metrics).toMatch(/^tillside_connections [1-9]/m);
    for (const socket of sockets) socket.destroy();
    // A connection to the stand-in for Vipps may have come since.
    await expect.poll(open).toBeLessThanOrEqual(before + 5);
    expect((await fetch(`${shop.url}/readyz`)).status).toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
    await shop.close();
  }
});
