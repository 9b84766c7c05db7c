import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, type TestServer } from '../testing/http.ts';
import { makeAuthority } from './tls/authority/authority.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const answers: [what: string, ask: () => ReturnType<TestServer['call']>][] = [
  ['a page', () => server.call('GET', '/')],
  ['the way to the sign-in', () => server.call('GET', '/cashier/1', { headers: { cookie: '' } })],
  ['an answer of the API', () => server.call('GET', '/api/payments')],
  ['an error of the API', () => server.call('GET', '/api/payments/none')],
  ['a refusal', () => server.call('GET', '/api/payments', { headers: { cookie: '' } })],
  ['a write from elsewhere', () => server.post('/api/display', {}, { origin: 'https://evil.example' })],
  ['what cannot be parsed', () => server.post('/api/session', '{')],
  ['nothing', () => server.call('GET', '/none')],
  ['health', () => server.call('GET', '/healthz')],
];

describe('every answer tells browsers to be careful:', () => {
  test.each(answers)('%s', async (_, ask) => {
    const { headers } = await ask();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script';trusted-types tillside");
    // An image in an answer of our own can run nothing; all else comes from an address.
    expect(policy).toContain("img-src 'self' data:;");
    expect(policy.replace("img-src 'self' data:;", '')).not.toMatch(/unsafe|data:|blob:|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

test('a display may play what its script holds, and no other page anything', async () => {
  const media = ({ headers }: Awaited<ReturnType<TestServer['call']>>) => [
    / ?media-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
    /autoplay=\([^)]*\)/.exec(headers.get('permissions-policy') ?? '')?.[0],
  ];
  for (const path of ['/display', '/display/1']) {
    expect(media(await server.call('GET', path)), path).toEqual(['data:', 'autoplay=(self)']);
  }
  for (const path of [
    '/',
    '/cashier/1',
    '/displays',
    '/api/display',
    '/api/displays',
    '/display-worker.js',
  ]) {
    expect(media(await server.call('GET', path)), path).toEqual(["'none'", 'autoplay=()']);
  }
});

test('an image of a QR can run nothing, and nobody keeps it', async () => {
  const reference = await server.start();
  const { status, headers } = await server.call('GET', `/api/payments/${reference}/qr`);
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

describe('https', () => {
  const publicUrl = new URL('https://till.shop.example');
  const asProxy = { host: 'till.shop.example', 'x-forwarded-proto': 'https' };

  test('is insisted on once the shop has given the server such a name, and then cookies are for it only', async () => {
    const behind = await aServer({ publicUrl, trustedProxies: ['127.0.0.1'] });
    const answer = await behind.post('/api/display', {}, { ...asProxy, origin: publicUrl.origin });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-tillside_display=[\w-]{43};.*HttpOnly; Secure; SameSite=Strict$/,
    );
    await behind.close();
  });

  test('is not insisted on for a name that only devices get to which trust the shop’s own authority', async () => {
    const certificate = { names: [], root: makeAuthority(null, Date.now()).root };
    const own = await aServer({ publicUrl: new URL('https://till.local'), certificate });
    const { headers } = await own.call('GET', '/sign-in');
    expect(headers.get('strict-transport-security')).toBeNull();
    await own.close();
  });

  test('is believed of a trusted proxy only', async () => {
    const answer = await server.post('/api/display', {}, { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).not.toContain('Secure');
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });
});
