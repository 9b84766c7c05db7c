import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { config } from '../testing/config.ts';
import { aPatientLine } from '../testing/vipps.ts';
import { VippsInvalidResponse, VippsUnavailable } from './http/errors.ts';
import type { Send } from './http/request.ts';
import { createQr, mayFetchImage } from './qr.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const landingUrl = 'https://api.vipps.no/dwo?token=canary-landing';

type Image = { status?: number; type?: string; body?: string | Buffer; location?: string } | 'reset';
const good: Image = { type: 'image/svg+xml', body: svg };

/** Vipps' QR API as a function, and the host of the images as a server that gives these in turn, then a good one. */
async function setUp(
  images: Image[] = [],
  answer: { url?: string; expiresIn?: unknown } = { expiresIn: 600 },
) {
  const received: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url, headers: request.headers });
    const image = images.shift() ?? good;
    if (image === 'reset') {
      request.socket.destroy();
      return;
    }
    const { status = 200, type = 'image/svg+xml', body = svg, location } = image;
    response.writeHead(status, { 'content-type': type, ...(location === undefined ? {} : { location }) });
    response.end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { exchange, close } = aPatientLine();
  onTestFinished(async () => {
    await close();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sent: Parameters<Send>[0][] = [];
  const send: Send = async (call) => {
    sent.push(call);
    const url = answer.url ?? `http://${host}/generate/qr.svg?id=canary-image`;
    return call.schema.parse({ url, expiresIn: answer.expiresIn });
  };
  const { present } = createQr({ send, exchange, imageHosts: [host, '*.vipps.no'], format: 'svg' });
  return { present: () => present(landingUrl), sent, received };
}

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );

describe('where a QR image may be fetched', () => {
  const hosts = [
    '*.vipps.no',
    'qr.example.com',
    'images.example.com:8443',
    '127.0.0.1:3001',
    'localhost:3001',
  ];
  test.each([
    'https://qr.vipps.no/generate/qr.svg?id=1',
    'https://a.b.vipps.no/',
    'https://QR.VIPPS.NO/',
    'https://qr.vipps.no:443/',
    'https://qr.example.com/',
    'https://images.example.com:8443/',
    'http://127.0.0.1:3001/generate/qr.svg',
    'http://localhost:3001/',
  ])('from %s', (url) => {
    expect(mayFetchImage(new URL(url), hosts)).toBe(true);
  });

  test.each([
    ['plain http', 'http://qr.vipps.no/'],
    ['the name that the wildcard is of', 'https://vipps.no/'],
    ['a name that only ends alike', 'https://evilvipps.no/'],
    ['a name that only begins alike', 'https://vipps.no.evil.com/'],
    ['a name that hides the host', 'https://qr.vipps.no@evil.com/'],
    ['a user', 'https://user@qr.vipps.no/'],
    ['a password', 'https://:password@qr.vipps.no/'],
    ['another port of a wildcard', 'https://qr.vipps.no:8443/'],
    ['another port than the one that is allowed', 'https://images.example.com/'],
    ['a port where none is allowed', 'https://qr.example.com:8443/'],
    ['a part of an allowed name', 'https://example.com/'],
    ['a name below one that is allowed alone', 'https://evil.qr.example.com/'],
    ['another loopback port', 'http://127.0.0.1:22/'],
    ['another loopback address', 'http://[::1]:3001/'],
    ['loopback in another spelling', 'http://127.1:22/'],
    ['the network of the machine', 'http://10.0.0.1:3001/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:image/svg+xml,x'],
    ['an app', 'vipps://qr.vipps.no/'],
  ])('not from %s: %s', (_, url) => {
    expect(mayFetchImage(new URL(url), hosts)).toBe(false);
  });

  test('by default from the hosts of the guide, and from no other of a domain that is anybody’s', () => {
    const { qrImageHosts } = config({});
    for (const host of ['qr.vipps.no', 'qr-generator-prod-app-service.azurewebsites.net']) {
      expect(mayFetchImage(new URL(`https://${host}/qr-generator/v1?token=1`), qrImageHosts)).toBe(true);
    }
    for (const host of [
      'azurewebsites.net',
      'evil.azurewebsites.net',
      'a.qr-generator-prod-app-service.azurewebsites.net',
    ]) {
      expect(mayFetchImage(new URL(`https://${host}/qr-generator/v1?token=1`), qrImageHosts)).toBe(false);
    }
  });

  test('not from anywhere when no host is allowed', () => {
    expect(mayFetchImage(new URL('https://qr.vipps.no/'), [])).toBe(false);
  });
});

describe('a landing URL becomes a QR', () => {
  test('as an SVG, with how long it can be scanned', async () => {
    const { present, sent } = await setUp([], { expiresIn: 299 });
    expect(await present()).toEqual({
      image: { contentType: 'image/svg+xml', bytes: Buffer.from(svg) },
      expiresInMs: 299_000,
    });
    expect(sent).toMatchObject([
      { method: 'POST', path: '/qr/v1', body: { url: landingUrl }, headers: { accept: 'image/svg+xml' } },
    ]);
  });

  test.each<[unknown, number]>([
    ['299', 299],
    [0.4, 1],
    [600, 600],
    [601, 600],
    [1e300, 600],
    [0, 300],
    [-1, 300],
    ['', 300],
    ['NaN', 300],
    ['soon', 300],
    [null, 300],
    [undefined, 300],
    [{ seconds: 9 }, 300],
  ])('whose life is read kindly and within bounds: %j is %i s', async (expiresIn, seconds) => {
    const { present } = await setUp([], { expiresIn });
    expect(await present()).toMatchObject({ expiresInMs: seconds * 1000 });
  });

  test('as a PNG when that is what Vipps has', async () => {
    const { present } = await setUp([{ type: 'IMAGE/PNG; charset=binary', body: png }]);
    expect(await present()).toMatchObject({ image: { contentType: 'image/png', bytes: png } });
  });

  test('[P7] whose image is fetched without a credential, a token or anything of ours', async () => {
    const { present, received } = await setUp();
    await present();
    expect(received).toEqual([
      {
        url: '/generate/qr.svg?id=canary-image',
        headers: {
          accept: 'image/svg+xml, image/png',
          connection: 'keep-alive',
          host: expect.any(String),
        },
      },
    ]);
  });

  test.each<[string, Image]>([
    ['an error of the host', { status: 503 }],
    ['a broken connection', 'reset'],
  ])('whose image is fetched once more after %s', async (_, image) => {
    const { present, received } = await setUp([image]);
    expect(await present()).toMatchObject({ image: { contentType: 'image/svg+xml' } });
    expect(received).toHaveLength(2);
  });

  test('but not a third time', async () => {
    const broken = await setUp([{ status: 500 }, { status: 502 }]);
    expect(await failureOf(broken.present())).toMatchObject({ name: 'VippsInvalidResponse', status: 502 });
    expect(broken.received).toHaveLength(2);
    const gone = await setUp(['reset', 'reset']);
    expect(await failureOf(gone.present())).toBeInstanceOf(VippsUnavailable);
    expect(gone.received).toHaveLength(2);
  });
});

describe('no QR comes of', () => {
  test.each<[string, Image]>([
    ['an image that is gone', { status: 404 }],
    ['an image that is elsewhere', { status: 302, location: '/other.svg' }],
    ['a page', { type: 'text/html', body: '<html></html>' }],
    ['another kind of image', { type: 'image/gif', body: 'GIF89a' }],
    ['a PNG that calls itself SVG', { type: 'image/svg+xml', body: png }],
    ['an SVG that calls itself PNG', { type: 'image/png', body: svg }],
    ['an empty image', { body: '' }],
  ])('%s', async (_, image) => {
    const { present, received } = await setUp([image]);
    expect(await failureOf(present())).toBeInstanceOf(VippsInvalidResponse);
    expect(received).toHaveLength(1);
  });

  test('an image above 512 KB', async () => {
    const most = 512 * 1024;
    const allowed = await setUp([{ body: svg.padEnd(most) }]);
    expect(await allowed.present()).toMatchObject({ image: { contentType: 'image/svg+xml' } });
    const large: Image = { body: svg.padEnd(most + 1) };
    const { present } = await setUp([large, large]);
    expect(await failureOf(present())).toBeInstanceOf(VippsUnavailable);
  });

  test('an image on a host that is not allowed, which is not even asked', async () => {
    const { present, received } = await setUp([], { url: 'https://evil.example/qr.svg?token=canary' });
    const error = await failureOf(present());
    expect(error).toBeInstanceOf(VippsInvalidResponse);
    expect(error).toMatchObject({ refusedHost: 'evil.example' });
    expect(String(error)).toMatch(/VIPPS_QR_IMAGE_HOSTS.*evil\.example/);
    expect(String(error)).not.toContain('canary');
    expect(received).toEqual([]);
  });

  test.each(['http://qr.vipps.no/qr.svg', 'https://user@qr.vipps.no/', 'data:image/svg+xml,x', 'vipps://x/'])(
    'an image at %s, though no host is to be allowed for that',
    async (url) => {
      const { present } = await setUp([], { url });
      const error = await failureOf(present());
      expect(error).toBeInstanceOf(VippsInvalidResponse);
      expect(error).toMatchObject({ refusedHost: url === 'vipps://x/' ? 'x' : null });
    },
  );

  test('[P7] anything whose error would show the landing URL or the link to the image', async () => {
    for (const image of [{ status: 404 }, { type: 'text/html' }, 'reset'] as const) {
      const { present } = await setUp([image, image]);
      const error = await failureOf(present());
      expect(error).toBeInstanceOf(Error);
      expect(`${inspect(error, { depth: 20 })}${JSON.stringify(error)}`).not.toContain('canary');
    }
  });
});
