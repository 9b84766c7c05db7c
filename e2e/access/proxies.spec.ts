// A shop behind nginx and behind Caddy, as the files of deploy/ set them up. Where one is not installed, its tests are skipped.
import { request } from 'node:http';
import { test as base, expect } from 'playwright/test';
import { manager } from '../shop/accounts.ts';
import { type Behind, openBehind } from '../shop/proxy/behind.ts';
import { hasOpenssl } from '../shop/proxy/certificate.ts';
import { type Answer, type Client, origin } from '../shop/proxy/client.ts';
import { type ProxyKind, ports, proxies } from '../shop/proxy/proxy.ts';

const [nginx] = proxies;
const someone = '127.0.0.9';
const somebodyElse = '127.0.0.10';
const sale = { amount: { value: 24_900, currency: 'NOK' } };
const till = '/api/tills/1/payment';

const test = base.extend<{ kind: ProxyKind; behind: Behind }>({
  kind: [nginx, { option: true }],
  behind: async ({ kind }, use) => {
    const behind = await openBehind(kind);
    await use(behind);
    await behind.close();
  },
});

const cookieOf = ({ headers }: Answer) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
const made = (count: number) => ({ 'x-forwarded-for': `198.51.100.${count}`, 'x-forwarded-proto': 'http' });

/** @returns what a poll says that is answered at once. */
async function firstPoll(
  client: Client,
  cookie: string,
): Promise<{ cookie: string; 'if-none-match': string }> {
  const { status, headers } = await client.ask('GET', till, { headers: { cookie } });
  expect(status).toBe(200);
  return { cookie, 'if-none-match': String(headers['etag']) };
}

/** Of plain http. */
function askPlainly(address: string, path: string, host: string): Promise<{ status: number; to: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: address, port: ports.http, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? '' });
    });
    asked.on('error', reject).end();
  });
}

for (const kind of proxies) {
  test.describe(`behind ${kind.program}`, () => {
    test.use({ kind });
    test.skip(!kind.isHere, `${kind.program} is not installed`);
    test.skip(process.platform !== 'linux' || !hasOpenssl, 'takes Linux and openssl');

    test('[P8] who signs in has cookies for https alone, and is on record with their own address, whatever they say of it', async ({
      behind,
    }) => {
      const client = behind.connect(someone);
      const first = await behind.setUp(client);
      expect(first.status).toBe(201);
      expect(first.headers['set-cookie']).toEqual([
        expect.stringMatching(/^__Host-tillside_session=.*; HttpOnly; Secure; SameSite=Strict/),
        expect.stringMatching(/^__Host-tillside_device=.*; HttpOnly; Secure; SameSite=Strict/),
      ]);
      expect(first.headers['strict-transport-security']).toContain('max-age');
      const again = behind.connect(somebodyElse);
      const signedIn = await again.ask('POST', '/api/session', {
        headers: { origin, ...made(1) },
        body: manager,
      });
      expect(signedIn.status).toBe(200);
      const audit = await client.ask('GET', '/api/audit', { headers: { cookie: cookieOf(first) } });
      const entries: { kind: string; address: string }[] = JSON.parse(audit.text).entries;
      const from = entries.filter(({ address }) => address !== '').map((one) => [one.kind, one.address]);
      expect(from).toEqual([
        ['sign_in', somebodyElse],
        ['set_up', someone],
      ]);
    });

    test('[P8] who guesses is slowed down by their own address, whatever they say of it, and nobody else', async ({
      behind,
    }) => {
      const wrong = { token: 'A'.repeat(43), ...manager };
      const guess = (client: Client, count: number) =>
        client.ask('POST', '/api/set-up', { headers: { origin, ...made(count) }, body: wrong });
      const guesser = behind.connect(someone);
      const statuses: number[] = [];
      for (let count = 1; count <= 7; count += 1) statuses.push((await guess(guesser, count)).status);
      expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
      expect((await guess(behind.connect(somebodyElse), 1)).status).toBe(403);
    });

    test('[P6] a poll is held until there is something new, and what is answered is neither kept nor late', async ({
      behind,
    }) => {
      const cashier = behind.connect(someone);
      const cookie = cookieOf(await behind.setUp(cashier));
      const polled = await firstPoll(cashier, cookie);
      let answered = '';
      const held = cashier.ask('GET', till, { headers: { ...polled, prefer: 'wait=10' } }).then((answer) => {
        answered = answer.text;
      });
      const beganMs = performance.now();
      const idle = await cashier.ask('GET', till, { headers: { ...polled, prefer: 'wait=4' } });
      expect([idle.status, performance.now() - beganMs > 3_900]).toEqual([304, true]);
      expect(answered).toBe('');
      const other = behind.connect(somebodyElse);
      const sold = await other.ask('POST', '/api/tills/1/payments', {
        headers: { origin, cookie },
        body: sale,
      });
      expect(sold.status).toBe(201);
      await held;
      expect(performance.now() - beganMs).toBeLessThan(9_900);
      expect(JSON.parse(answered)).toMatchObject({ payment: sale });
      const later = await other.ask('GET', till, { headers: { cookie } });
      expect(JSON.parse(later.text)).toMatchObject({ payment: { state: 'presented' } });
      expect(later.headers).toMatchObject({ 'cache-control': 'no-store' });
    });

    test('what is compressed is so once, and neither a body that no screen sends nor plain http comes to the server', async ({
      behind,
    }) => {
      const client = behind.connect(someone);
      const cookie = cookieOf(await behind.setUp(client));
      const takes = { 'accept-encoding': 'br, gzip', cookie };
      const [script] = /\/assets\/[\w-]+\.js/.exec((await client.ask('GET', '/display')).text) ?? [''];
      const packed = await client.ask('GET', script, { headers: takes });
      expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'br']);
      const secret = await client.ask('GET', '/api/audit', { headers: takes });
      expect([secret.status, secret.headers['content-encoding']]).toEqual([200, undefined]);

      const tooLong = await client.ask('POST', '/api/tills/1/payments', {
        headers: { origin, cookie },
        body: 'x'.repeat(200_000),
      });
      expect(tooLong.status).toBe(413);
      expect(tooLong.text).not.toContain('"error"');
      const { address } = behind.place;
      const moved = await askPlainly(address, '/cashier/1?a=b', 'till.shop.example');
      expect(moved).toEqual({
        status: 308,
        to: expect.stringMatching(/^https:\/\/till\.shop\.example(:8443)?\/cashier\/1\?a=b$/),
      });
    });
  });
}

test.describe('behind nginx', () => {
  test.skip(!nginx.isHere, 'nginx is not installed');
  test.skip(process.platform !== 'linux' || !hasOpenssl, 'takes Linux and openssl');

  test('[P10] one address that asks without end keeps nobody else out', async ({ behind }) => {
    const cookie = cookieOf(await behind.setUp(behind.connect(somebodyElse)));
    const polled = await firstPoll(behind.connect(somebodyElse), cookie);
    const statuses: number[] = [];
    const greedy = [1, 2, 3, 4].map(() => behind.connect(someone));
    const asked = greedy.flatMap((client) =>
      Array.from({ length: 100 }, () =>
        client
          .ask('GET', till, { headers: { ...polled, prefer: 'wait=8' } })
          .then(({ status }) => void statuses.push(status)),
      ),
    );
    await expect.poll(() => statuses.filter((status) => status === 429).length).toBe(100);
    expect((await behind.connect(somebodyElse).ask('GET', till, { headers: { cookie } })).status).toBe(200);
    for (const client of greedy) client.close();
    await Promise.allSettled(asked);
  });
});
