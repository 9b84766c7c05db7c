// The page over https; what is said of it over plain http is in plain-trust.test.ts.
import { createHash, X509Certificate } from 'node:crypto';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { makeAuthority } from '../../http/tls/authority/authority.ts';
import { aServer } from '../../testing/http.ts';
import { trustTexts } from './texts/texts.ts';

const { root } = makeAuthority('till-2', Date.parse('2027-03-02T09:00:00Z'));

async function aShop(options: Parameters<typeof aServer>[0] = {}) {
  const server = await aServer({ certificate: { names: [], root }, ...options });
  onTestFinished(() => server.close());
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const { statusCode, headers: answered, body } = await request(server.url + path, { headers });
    const bytes = Buffer.from(await body.arrayBuffer());
    return { status: statusCode, headers: answered, bytes, page: bytes.toString() };
  };
  return { server, read };
}

test('where there is no authority of the shop’s own, there is no such page', async () => {
  const { read } = await aShop({ certificate: null });
  for (const path of ['/trust', '/trust/tillside.crt', '/trust/tillside.mobileconfig']) {
    expect((await read(path)).status).toBe(404);
  }
});

test.each(Object.entries(trustTexts))(
  'a browser that asks for %s reads all steps in it',
  async (language, texts) => {
    const { read } = await aShop();
    const { status, headers, page } = await read('/trust', { 'accept-language': language });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${texts.heading}</h1>`);
    for (const steps of [texts.android, texts.ipad, texts.windows, texts.mac]) {
      for (const step of steps('Tillside till-2 2027-03-02')) expect(page).toContain(`<li>${step}</li>`);
    }
    const others = [...page.matchAll(/href="\?language=(\w+)"/g)].map(([, other]) => other);
    expect([...others, language].toSorted()).toEqual(Object.keys(trustTexts).toSorted());
  },
);

test('all languages say the same things', () => {
  const shape = Object.values(trustTexts).map(({ android, ipad, windows, mac, ...texts }) => [
    ...[android, ipad, windows, mac].map((steps) => steps('').length),
    ...Object.values(texts).map((text) => text.length > 0),
  ]);
  for (const one of shape) expect(one).toEqual(shape[0]);
  const [first, ...others] = Object.values(trustTexts).map(({ heading }) => heading);
  expect(others).not.toContain(first);
});

test('[P8] the fingerprint to compare is that of the certificate that is downloaded', async () => {
  const { read } = await aShop();
  const { page } = await read('/trust');
  const { bytes, headers } = await read('/trust/tillside.crt');
  expect(headers['content-type']).toBe('application/x-x509-ca-cert');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  const downloaded = new X509Certificate(bytes);
  expect(downloaded.fingerprint256).toBe(root.fingerprint256);
  expect(page.replaceAll('<wbr>', '')).toContain(`<code>${root.fingerprint256}</code>`);
  const profile = await read('/trust/tillside.mobileconfig');
  expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
  const [, inside = ''] = /<data>([^<]*)<\/data>/.exec(profile.page) ?? [];
  expect(Buffer.from(inside, 'base64')).toEqual(root.raw);
  expect(profile.page).toContain('<string>com.apple.security.root</string>');
  const ids = [...profile.page.matchAll(/PayloadUUID<\/key><string>([^<]*)/g)].map(([, id]) => id);
  expect(ids).toEqual([
    expect.stringMatching(/^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/),
    expect.any(String),
  ]);
  expect(ids[0]).not.toBe(ids[1]);
});

test('[P8] it runs its own script alone, and asks nobody but this server over https', async () => {
  const { server, read } = await aShop();
  const { page, headers } = await read('/trust');
  const hashOf = (tag: string) => {
    const [, inside = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page) ?? [];
    return createHash('sha256').update(inside).digest('base64');
  };
  const { port } = new URL(server.url);
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; img-src data:; connect-src https://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  );
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/src="(?!data:)/);
});

test.each<[string, string]>([
  ['/cashier/1?a=b&c=d', '/cashier/1?a=b&amp;c=d'],
  ['//elsewhere.example/', '/display'],
  ['https://elsewhere.example/', '/display'],
  ['/\\elsewhere.example', '/display'],
  ['javascript:alert(1)', '/display'],
  ['/"><script>canary', '/%22%3E%3Cscript%3Ecanary'],
])('[P8] a link to it sends nobody elsewhere, and nothing of it is run: %s', async (to, path) => {
  const { server, read } = await aShop();
  const { page } = await read(`/trust?to=${encodeURIComponent(to)}`);
  const { port } = new URL(server.url);
  expect(page).toContain(`<a href="https://127.0.0.1:${port}${path}">`);
  expect(page).not.toContain('"><script>canary');
});

test('another device is told the address by which this one has come, or that of the machine', async () => {
  const { server, read } = await aShop({ networkAddresses: ['192.168.1.7'] });
  const { port } = new URL(server.url);
  const there = await read('/trust', { host: '192.168.1.9:3000' });
  expect(there.page).toContain('<b>http://192.168.1.9:3000/trust</b>');
  expect((await read('/trust')).page).toContain(`<b>http://192.168.1.7:${port}/trust</b>`);
  const alone = await aShop();
  expect((await alone.read('/trust')).page).not.toContain('<figure>');
});
