import { describe, expect, test } from 'vitest';
import { readQr } from '../testing/read-qr.ts';
import { openTill } from '../testing/till.ts';

const fetchImage = async (url: string) => {
  const response = await fetch(url);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

async function presented(options = {}) {
  const till = await openTill(options);
  const { body } = await till.initiate('till-1-a');
  return { ...till, landingUrl: body.url as string };
}

describe('a one-time payment QR', () => {
  test('as SVG is a crisp image with a quiet zone, on the address that was called', async () => {
    const { qr, landingUrl, url, clock } = await presented();
    clock.nowMs += 1500;
    const { status, body } = await qr(landingUrl, 'image/svg+xml');
    expect(status).toBe(200);
    expect(body).toEqual({ url: expect.stringContaining(`${url}/`), expiresIn: 598 });
    const { response, bytes } = await fetchImage(body.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const svg = bytes.toString();
    expect(svg).toContain('shape-rendering="crispEdges"');
    // The first dark row and column are the fifth.
    expect(svg).toContain('d="M4 4.5h7');
  });

  test.each(['image/png', 'image/*', 'IMAGE/PNG'])(
    'as %s decodes to the link of the phone page',
    async (accept) => {
      const { qr, landingUrl, phoneUrl } = await presented();
      const { body } = await qr(landingUrl, accept);
      const { response, bytes } = await fetchImage(body.url);
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(readQr(bytes).text).toBe(await phoneUrl('till-1-a'));
    },
  );

  test('leads phones to the public address', async () => {
    const { qr, landingUrl, url } = await presented({ publicUrl: 'http://192.0.2.7:3001' });
    const { body } = await qr(landingUrl, 'image/png');
    expect(body.url.startsWith(url)).toBe(true);
    const { bytes } = await fetchImage(body.url);
    expect(readQr(bytes).text).toMatch(/^http:\/\/192\.0\.2\.7:3001\/phone\/\w+$/);
  });

  test('has the size in pixels that was asked for', async () => {
    const { qr, landingUrl } = await presented();
    for (const size of [100, 317, 2000]) {
      const { body } = await qr(landingUrl, 'image/png', { Size: String(size) });
      const { bytes } = await fetchImage(body.url);
      const text = expect.stringContaining('/phone/');
      expect(readQr(bytes)).toEqual({ width: size, height: size, text });
    }
  });

  test('as text is the link itself', async () => {
    const { qr, landingUrl, phoneUrl } = await presented();
    const { body } = await qr(landingUrl, 'text/targetUrl');
    expect(body).toEqual({ url: await phoneUrl('till-1-a'), expiresIn: 600 });
  });

  test('can be had at the path with a slash at its end', async () => {
    const { call, landingUrl } = await presented();
    const answer = await call('POST', '/qr/v1/', {
      headers: { Accept: 'image/png' },
      body: { url: landingUrl },
    });
    expect(answer.status).toBe(200);
  });
});

describe('the QR API refuses', () => {
  test.each(['application/json', '*/*', 'image/jpeg'])('Accept: %s with 415', async (accept) => {
    const { qr, landingUrl } = await presented();
    const { status, body } = await qr(landingUrl, accept);
    expect(status).toBe(415);
    expect(body).toMatchObject({ title: 'Unsupported Media Type', instance: expect.any(String) });
  });

  test.each(['99', '2001', '10.5', 'big', '-100'])('Size: %s', async (size) => {
    const { qr, landingUrl } = await presented();
    const { status, body } = await qr(landingUrl, 'image/png', { Size: size });
    expect(status).toBe(400);
    expect(body.invalidParams).toMatchObject([{ name: 'Size' }]);
  });

  test('what is not a landing page of a payment that can still be paid', async () => {
    const { qr, landingUrl, press } = await presented();
    const refusal = { title: 'Validation error', detail: 'Supplied landing page token is not valid' };
    const wrong = [
      'https://example.com',
      `${landingUrl}x`,
      landingUrl.replace('deeplink', 'shallow'),
      'nonsense',
    ];
    for (const url of wrong) {
      expect(await qr(url)).toMatchObject({ status: 400, body: refusal });
    }
    await press('till-1-a', 'approve');
    expect(await qr(landingUrl)).toMatchObject({ status: 400, body: refusal });
  });

  test('a payment that has run out, whose image is gone too', async () => {
    const { qr, landingUrl, clock } = await presented();
    const { body } = await qr(landingUrl);
    clock.nowMs += 599_999;
    expect((await fetchImage(body.url)).response.status).toBe(200);
    expect((await qr(landingUrl)).body.expiresIn).toBe(0);
    clock.nowMs += 1;
    expect((await fetchImage(body.url)).response.status).toBe(404);
    const late = await qr(landingUrl);
    expect(late.status).toBe(400);
    expect(late.body).toEqual({
      type: expect.any(String),
      title: 'Order timeout',
      detail: 'Payment has already timed out',
      instance: expect.any(String),
    });
  });

  test('bodies without a url, and bodies that are not JSON', async () => {
    const { call } = await openTill();
    const headers = { Accept: 'image/png' };
    expect((await call('POST', '/qr/v1', { headers, body: {} })).body.invalidParams).toMatchObject([
      { name: 'Url' },
    ]);
    expect((await call('POST', '/qr/v1', { headers, raw: '{' })).status).toBe(400);
    const text = { ...headers, 'Content-Type': 'text/plain' };
    expect((await call('POST', '/qr/v1', { headers: text, raw: 'url' })).status).toBe(415);
  });

  test('links to images of nothing', async () => {
    const { url } = await openTill();
    for (const path of ['/generate/qr.svg', '/generate/qr.png?id=x', '/generate/qr.gif?id=x']) {
      expect((await fetchImage(url + path)).response.status).toBe(404);
    }
  });
});
