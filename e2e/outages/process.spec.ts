import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { canaries } from '../shop/accounts.ts';
import { Shop } from '../shop/shop.ts';

const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };

/** Every file below a folder, as text. */
function readAll(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')]);
}

test('[P7] no secret is seen in logs, answers, the database, the built client or a support bundle', async () => {
  const shop = await Shop.open();
  try {
    const seen: [where: string, text: string][] = [];
    const started = await shop.api('POST', '/tills/1/payments', sale);
    const { reference } = started.body;
    const { phoneUrl } = await shop.vipps.order(reference);
    await shop.phone.scan(phoneUrl);
    await shop.phone.act(phoneUrl, 'approve');
    await expect.poll(async () => (await shop.payment())?.['capture']).toBe('captured');
    await shop.vipps.breakDown(
      { on: 'initiate', kind: 'status', status: 401 },
      { on: 'token', kind: 'html' },
    );
    seen.push(['refused start', JSON.stringify((await shop.api('POST', '/tills/1/payments', sale)).body)]);
    const paths = ['/api/tills/1/payment', '/api/payments', `/api/payments/${reference}/events`];
    const others = [
      '/api/session',
      '/api/sign-in',
      '/api/staff',
      '/api/displays',
      '/api/reconciliation',
      '/api/audit',
    ];
    const pages = [
      '/',
      '/cashier/1',
      '/display/1',
      '/sign-in',
      '/staff',
      '/reconciliation',
      '/audit',
      '/settings',
      '/reports',
    ];
    for (const path of [...paths, ...others, ...pages, '/api/openapi.json', '/metrics', '/readyz']) {
      seen.push([path, await (await fetch(shop.url + path, { headers: shop.signedIn })).text()]);
    }
    const log = join(shop.folder, 'server.log');
    writeFileSync(log, `${shop.log}\n${Object.values(canaries).join(' ')}\n`);
    seen.push([
      'bundle said',
      await shop.command('support-bundle', join(shop.folder, 'bundle.json'), '--log', log),
    ]);
    expect(readFileSync(join(shop.folder, 'bundle.json'), 'utf8')).toContain(reference);
    rmSync(log);
    expect(await shop.stopServer('SIGTERM')).toBe(0);
    seen.push(['log', shop.log], ...readAll(shop.folder), ...readAll('dist'));
    expect(shop.log).toContain(reference);
    expect(seen.length).toBeGreaterThan(10);
    const token = /eyJ[A-Za-z0-9_-]{8,}|vippsgateway/;
    for (const [where, text] of seen) {
      for (const canary of Object.values(canaries)) expect(text.includes(canary), where).toBe(false);
      expect(token.test(text), `a token in ${where}`).toBe(false);
    }
  } finally {
    await shop.close();
  }
});

test('[P10] the server stops when told, answers held requests first, and loses nothing', async () => {
  const shop = await Shop.open();
  try {
    const { body } = await shop.api('POST', '/tills/1/payments', sale);
    const url = `${shop.url}/api/tills/1/payment`;
    const etag = (await fetch(url, { headers: shop.signedIn })).headers.get('etag') ?? '';
    const held = fetch(url, { headers: { ...shop.signedIn, 'if-none-match': etag, prefer: 'wait=10' } });
    await expect
      .poll(async () => (await fetch(`${shop.url}/metrics`, { headers: shop.signedIn })).text())
      .toContain('tillside_held_requests 1');
    const stopped = shop.stopServer('SIGTERM');
    expect((await held).status).toBe(304);
    expect(await stopped).toBe(0);
    expect(shop.log).toContain('"stopped"');
    await shop.startServer();
    expect(await shop.payment()).toMatchObject({ reference: body.reference, state: 'presented' });
  } finally {
    await shop.close();
  }
});

test('a second server on the same address says so in a sentence and changes nothing', async () => {
  const shop = await Shop.open();
  try {
    const port = new URL(shop.url).port;
    await expect(Shop.open({ PORT: port })).rejects.toThrow(/Tillside did not start\.\n.*EADDRINUSE/);
  } finally {
    await shop.close();
  }
});

test('wrong configuration stops the start with a sentence that names the variable', async () => {
  await expect(Shop.open({ VIPPS_MSN: 'abc' })).rejects.toThrow(
    /Tillside did not start\.\nVIPPS_MSN is "abc"; it accepts/,
  );
  await expect(Shop.open({ HOST: 'till' })).rejects.toThrow(/HOST is "till"; it accepts an address of this/);
  await expect(Shop.open({ LOG_LEVEL: 'loud' })).rejects.toThrow(/LOG_LEVEL is "loud"; it accepts trace or/);
});
