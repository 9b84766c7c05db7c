import { describe, expect, test } from 'vitest';
import { openTill } from '../testing/till.ts';

const orderId = 'till-1-a';

async function presented() {
  const till = await openTill();
  const { body } = await till.initiate(orderId);
  const lines = async () => (await till.details(orderId)).body.transactionLogHistory;
  return { ...till, landingUrl: body.url as string, lines };
}

describe('the phone page of a payment', () => {
  test('shows what is to be paid and the choices, and is the scan', async () => {
    const { open, lines } = await presented();
    const { status, headers, text } = await open(orderId);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('One pair of socks');
    expect(text).toMatch(/499,00\s(kr|NOK)/);
    expect(text).toContain('no real money');
    for (const button of ['Approve', 'Card declined', 'Cancel'])
      expect(text).toContain(`>${button}</button>`);
    expect(await lines()).toMatchObject([{ operation: 'INITIATE', transactionId: expect.any(String) }]);
  });

  test('keeps its transaction id when it is opened again', async () => {
    const { open, lines } = await presented();
    await open(orderId);
    const [first] = await lines();
    await open(orderId);
    expect(await lines()).toEqual([first]);
  });

  test.each([
    ['prefetch', 'GET'],
    ['prefetch;prerender', 'GET'],
    ['', 'HEAD'],
  ])('is not opened by a browser that only looks ahead (Sec-Purpose "%s", %s)', async (purpose, method) => {
    const { call, phoneUrl, lines } = await presented();
    await call(method, await phoneUrl(orderId), { headers: { 'Sec-Purpose': purpose } });
    expect((await lines())[0]).not.toHaveProperty('transactionId');
  });

  test('is where the landing page leads, which alone is no scan', async () => {
    const { call, landingUrl, lines } = await presented();
    const { status, headers } = await call('GET', landingUrl);
    expect(status).toBe(302);
    const page = headers.get('location') ?? '';
    expect(page).toMatch(/^\/phone\/\w+$/);
    expect((await lines())[0]).not.toHaveProperty('transactionId');
    await call('GET', page);
    expect((await lines())[0]).toHaveProperty('transactionId');
  });

  test('escapes what shops write', async () => {
    const { initiate, open, call } = await openTill();
    await initiate(orderId, { transactionText: `<script>alert("1")</script>&'` });
    for (const { text } of [await call('GET', '/phone'), await open(orderId)]) {
      expect(text).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39;');
      expect(text).not.toContain('<script>');
    }
  });

  test('allows nothing from elsewhere, and nothing inline', async () => {
    const { open, call } = await presented();
    const { headers, text } = await open(orderId);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toMatch(/style="|<style|<script(?! type="module" src="\/phone\/)/);
    const css = await call('GET', '/phone/phone.css');
    expect(css.headers.get('content-type')).toContain('text/css');
  });
});

describe('the customer', () => {
  test('approves: the page goes back to itself and says so', async () => {
    const { press, phoneUrl, open, lines } = await presented();
    const { status, headers } = await press(orderId, 'approve');
    expect(status).toBe(303);
    expect(await phoneUrl(orderId)).toContain(headers.get('location'));
    expect((await open(orderId)).text).toContain('Paid');
    expect((await lines())[0]).toMatchObject({ operation: 'RESERVE', operationSuccess: true });
  });

  test('can pay with another card after one was declined', async () => {
    const { press, open, lines } = await presented();
    await press(orderId, 'decline');
    expect((await open(orderId)).text).toContain('declined');
    expect((await lines())[0]).toMatchObject({ operation: 'RESERVE', operationSuccess: false });
    await press(orderId, 'approve');
    expect((await lines())[0]).toMatchObject({ operation: 'RESERVE', operationSuccess: true });
  });

  test('says no, which ends the payment', async () => {
    const { press, open, lines } = await presented();
    await press(orderId, 'cancel');
    expect((await open(orderId)).text).toContain('Cancelled');
    await press(orderId, 'approve');
    expect((await lines())[0]).toMatchObject({ operation: 'CANCEL', operationSuccess: true });
  });

  test('pays once, however often the button is pressed', async () => {
    const { press, lines } = await presented();
    await Promise.all([press(orderId, 'approve'), press(orderId, 'approve'), press(orderId, 'cancel')]);
    expect(await lines()).toHaveLength(2);
  });

  test('can neither open nor approve when time has run out, and nothing shows in the history', async () => {
    const { press, open, lines, clock } = await presented();
    clock.nowMs += 600_000;
    const { text } = await open(orderId);
    expect(text).toContain('Time ran out');
    expect(text).not.toContain('<button');
    await press(orderId, 'approve');
    const history = await lines();
    expect(history).toHaveLength(1);
    expect(history[0]).not.toHaveProperty('transactionId');
  });

  test('has as long as the settings say', async () => {
    const { settings, initiate, open, clock } = await openTill();
    await settings({ lifetimeSeconds: 2 });
    await initiate(orderId);
    clock.nowMs += 1999;
    expect((await open(orderId)).text).toContain('Approve');
    clock.nowMs += 1;
    expect((await open(orderId)).text).toContain('Time ran out');
  });
});

describe('the list of payments', () => {
  test('holds those that can be paid, newest first, and looks again by itself', async () => {
    const { initiate, press, call, clock } = await openTill();
    for (const id of ['till-1-old', 'till-1-paid', 'till-1-new']) {
      clock.nowMs += 200_000;
      await initiate(id);
    }
    await press('till-1-paid', 'approve');
    const list = async () => (await call('GET', '/phone')).text.match(/till-1-\w+/g);
    expect(await list()).toEqual(['till-1-new', 'till-1-old']);
    clock.nowMs += 200_000;
    expect(await list()).toEqual(['till-1-new']);
    const script = /<script [^>]*src="([^"]+)"/.exec((await call('GET', '/phone')).text)?.[1] ?? '';
    const { status, headers } = await call('GET', script);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
  });

  test('says when there is nothing to pay', async () => {
    const { call } = await openTill();
    expect((await call('GET', '/phone')).text).toContain('Nothing to pay');
  });
});

test('links to no payment and buttons that do not exist are not found', async () => {
  const { call, phoneUrl } = await presented();
  expect((await call('GET', '/phone/nothing')).status).toBe(404);
  expect((await call('POST', '/phone/nothing/approve')).status).toBe(404);
  expect((await call('POST', `${await phoneUrl(orderId)}/toString`)).status).toBe(404);
  expect((await call('GET', '/dwo-api-application/v1/deeplink/vippsgateway?v=2&token=x')).status).toBe(404);
});
