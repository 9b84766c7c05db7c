// What a browser carries, before and after the shop's address is https.
import { describe, expect, onTestFinished, test } from 'vitest';
import { aServer, type TestServer } from '../../testing/http.ts';
import { hashToken, newToken } from './tokens.ts';

const publicUrl = new URL('https://till.shop.example');
const asProxy = { host: publicUrl.host, 'x-forwarded-proto': 'https', origin: publicUrl.origin };
const kari = { name: 'Kari', pin: '246813579' };

async function aShop(options: Parameters<typeof aServer>[0]): Promise<TestServer> {
  const server = await aServer(options);
  onTestFinished(() => server.close());
  return server;
}
const behindHttps = (trustedProxies = ['127.0.0.1']) => aShop({ publicUrl, trustedProxies });

/** Signs Kari in. @returns the cookies that the browser is told to keep, with their attributes. */
async function signIn(server: TestServer, cookie = ''): Promise<string[]> {
  await server.access.staff.add({ ...kari, role: 'cashier' });
  const { status, headers } = await server.post('/api/session', kari, { ...asProxy, cookie });
  expect(status).toBe(200);
  return headers.getSetCookie();
}

async function aPairedDisplay({ store }: TestServer): Promise<string> {
  const token = newToken();
  const paired = { id: 'a', till: '1', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
  await store.access.addDisplay(paired, hashToken(token));
  return token;
}
const introduce = (server: TestServer, cookie: string) =>
  server.post('/api/display', {}, { ...asProxy, cookie });
const watch = (server: TestServer, cookie: string) =>
  server.call('GET', '/api/tills/1/payment', { headers: { ...asProxy, cookie } });

describe('[P8] of a shop whose address is https, a cookie', () => {
  test.each([
    ['behind a proxy that is trusted', ['127.0.0.1']],
    ['behind one that nobody has named', []],
  ])('is for this very host and for https only, %s', async (_, trusted) => {
    const set = await signIn(await behindHttps(trusted));
    expect(set.map((one) => one.split('=')[0])).toEqual([
      '__Host-tillside_session',
      '__Host-tillside_device',
    ]);
    for (const one of set) {
      const [, ...attributes] = one.split('; ');
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']));
      expect(one).not.toMatch(/Domain=/i);
    }
  });

  test('under the name that any neighbour of the host could set signs nobody in: people sign in once more', async () => {
    const server = await behindHttps();
    const [session = ''] = await signIn(server);
    const ask = (cookie: string) =>
      server.call('GET', '/api/session', { headers: { host: publicUrl.host, cookie } });
    const [pair = ''] = session.split(';');
    expect((await ask(pair)).status).toBe(200);
    expect((await ask(pair.replace('__Host-', ''))).status).toBe(401);
  });

  test('takes the place of the one from before, which is taken out of the browser', async () => {
    const set = await signIn(await behindHttps(), `tillside_session=${newToken()}`);
    expect(set).toHaveLength(3);
    expect(set[0]).toMatch(/^tillside_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(set[1]).toMatch(/^__Host-tillside_session=[\w-]{43}; /);
  });
});

describe('[P8] a display that was paired before the shop’s address was https', () => {
  test('stays paired: its cookie is taken over under the new name', async () => {
    const server = await behindHttps();
    const token = await aPairedDisplay(server);
    const answer = await introduce(server, `tillside_display=${token}`);
    expect(answer).toMatchObject({ status: 200, body: { till: '1' } });
    const set = answer.headers.getSetCookie();
    expect(set[0]).toMatch(/^tillside_display=; .*Expires=Thu, 01 Jan 1970/);
    expect(set[1]).toMatch(new RegExp(`^__Host-tillside_display=${token}; Max-Age=34560000; .*Secure`));
    expect((await watch(server, `__Host-tillside_display=${token}`)).status).toBe(200);
  });

  test('sees nothing of its till before that: a planted cookie does not open it', async () => {
    const server = await behindHttps();
    expect((await watch(server, `tillside_display=${await aPairedDisplay(server)}`)).status).toBe(401);
  });

  test('goes by its own cookie where it has both', async () => {
    const server = await behindHttps();
    const [own, planted] = [await aPairedDisplay(server), newToken()];
    const both = `tillside_display=${planted}; __Host-tillside_display=${own}`;
    expect(await introduce(server, both)).toMatchObject({ status: 200, body: { till: '1' } });
  });
});

test('over plain http a cookie has a name that browsers take there', async () => {
  const server = await aShop({});
  await server.access.staff.add({ ...kari, role: 'cashier' });
  const { headers } = await server.post('/api/session', kari, { cookie: '' });
  const set = headers.getSetCookie();
  expect(set.map((one) => one.split('=')[0])).toEqual(['tillside_session', 'tillside_device']);
  expect(set.join()).not.toContain('Secure');
});

test('the description of the API names the cookies as browsers have them', async () => {
  const { body } = await (await behindHttps()).call('GET', '/api/openapi.json');
  expect(body).toMatchObject({
    components: {
      securitySchemes: {
        session: { name: '__Host-tillside_session' },
        display: { name: '__Host-tillside_display' },
      },
    },
  });
});
