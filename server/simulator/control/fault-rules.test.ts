import { describe, expect, test } from 'vitest';
import { openTill, type Till } from '../testing/till.ts';

const orderId = 'till-1-a';

async function reserved(): Promise<Till> {
  const till = await openTill();
  await till.initiate(orderId);
  await till.press(orderId, 'approve');
  return till;
}

const captured = async ({ orders }: Till) => (await orders())[0].state.captured;

describe('a fault', () => {
  test('of kind status answers in the words of the API, without acting', async () => {
    const till = await reserved();
    await till.faults([
      { on: 'capture', kind: 'status', status: 503, retryAfter: 7 },
      { on: 'qr', kind: 'status', status: 500 },
      { on: 'image', kind: 'status', status: 500 },
      { on: 'token', kind: 'status', status: 429 },
      { on: 'details', kind: 'status', status: 401 },
    ]);
    const capture = await till.capture(orderId, 0, 'key-1');
    expect(capture).toMatchObject({ status: 503, body: [{ errorGroup: 'VippsError', errorCode: '99' }] });
    expect(capture.headers.get('retry-after')).toBe('7');
    expect(await captured(till)).toBe(0);
    expect(await till.qr('https://x.example')).toMatchObject({
      status: 500,
      body: { instance: expect.any(String) },
    });
    expect(await till.call('GET', '/generate/qr.svg?id=x')).toMatchObject({ body: { statusCode: 500 } });
    expect(await till.call('POST', '/accesstoken/get')).toMatchObject({ body: { statusCode: 429 } });
    expect(await till.details(orderId)).toMatchObject({ body: { responseInfo: { responseCode: 401 } } });
  });

  test('of kind status can be said by the gateway, which knows no error codes', async () => {
    const till = await reserved();
    await till.faults([{ on: 'capture', kind: 'status', status: 404, by: 'gateway' }]);
    const { status, body } = await till.capture(orderId, 0, 'key-1');
    expect(status).toBe(404);
    expect(body).toEqual({ statusCode: 404, message: expect.any(String) });
    expect(await captured(till)).toBe(0);
  });

  test('of kind reset breaks the connection before acting', async () => {
    const till = await reserved();
    await till.faults([{ on: 'capture', kind: 'reset' }]);
    await expect(till.capture(orderId, 0, 'key-1')).rejects.toThrow();
    expect(await captured(till)).toBe(0);
  });

  test('of kind drop_after acts, then breaks the connection; the repeat gets the kept answer', async () => {
    const till = await reserved();
    await till.faults([{ on: 'capture', kind: 'drop_after', times: 1 }]);
    await expect(till.capture(orderId, 0, 'key-1')).rejects.toThrow();
    expect(await captured(till)).toBe(49900);
    expect((await till.capture(orderId, 0, 'key-1')).status).toBe(200);
    expect(await captured(till)).toBe(49900);
  });

  test('of kind cut acts and sends half of the body', async () => {
    const till = await reserved();
    await till.faults([{ on: 'capture', kind: 'cut' }]);
    const response = await fetch(`${till.url}/ecomm/v2/payments/${orderId}/capture`, {
      method: 'POST',
      headers: {
        ...(await signedHeaders(till)),
        'X-Request-Id': 'key-1',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        merchantInfo: { merchantSerialNumber: '123456' },
        transaction: { transactionText: 'x' },
      }),
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(await captured(till)).toBe(49900);
  });

  test('of kind html answers a page instead of acting', async () => {
    const till = await reserved();
    await till.faults([
      { on: 'cancel', kind: 'html' },
      { on: 'details', kind: 'html', status: 200 },
    ]);
    const cancel = await till.cancel(orderId);
    expect(cancel.status).toBe(502);
    expect(cancel.headers.get('content-type')).toContain('text/html');
    expect((await till.details(orderId)).status).toBe(200);
    expect((await till.orders())[0].state.cancelled).toBe(false);
  });

  test('of kind wrong_shape acts and answers something unexpected', async () => {
    const till = await openTill();
    await till.faults([{ on: 'initiate', kind: 'wrong_shape' }]);
    expect(await till.initiate(orderId)).toMatchObject({ status: 200, body: { unexpected: true } });
    expect(await till.orders()).toHaveLength(1);
    expect(await till.initiate(orderId)).toMatchObject({ status: 400, body: { unexpected: true } });
  });

  test('of kind slow acts after the delay', async () => {
    const till = await reserved();
    await till.faults([{ on: 'capture', kind: 'slow', delayMs: 60 }]);
    const startMs = performance.now();
    expect((await till.capture(orderId, 0, 'key-1')).status).toBe(200);
    expect(performance.now() - startMs).toBeGreaterThan(50);
  });

  test('of kind hang never answers, and does not keep the simulator from ending', async () => {
    const till = await reserved();
    await till.faults([{ on: 'details', kind: 'hang' }]);
    const hanging = expect(till.details(orderId)).rejects.toThrow();
    await expect.poll(async () => (await till.orders())[0].calls.details).toBe(1);
    await till.simulator.close();
    await hanging;
  });
});

describe('fault rules', () => {
  const outcome = (till: Till) => async () => (await till.details(orderId)).status;

  test('strike as often as they say, in their order, and can be lifted', async () => {
    const till = await reserved();
    const look = outcome(till);
    await till.faults([
      { on: 'details', kind: 'status', status: 500, times: 2 },
      { on: 'details', kind: 'status', status: 503, times: 1 },
    ]);
    expect([await look(), await look(), await look(), await look()]).toEqual([500, 500, 503, 200]);
    await till.faults([{ on: 'details', kind: 'status', status: 500 }]);
    await till.faults([]);
    expect(await look()).toBe(200);
  });

  test('can be for one order only', async () => {
    const till = await reserved();
    await till.faults([
      { on: 'details', kind: 'status', status: 500, orderId: 'other' },
      { on: 'initiate', kind: 'status', status: 500, orderId: 'bad' },
    ]);
    expect((await till.details(orderId)).status).toBe(200);
    expect((await till.details('other')).status).toBe(500);
    expect((await till.initiate('bad')).status).toBe(500);
    expect((await till.initiate('good')).status).toBe(200);
  });

  test('left to chance strike the same calls for the same seed', async () => {
    const till = await reserved();
    const run = async (seed: number) => {
      await till.faults([{ on: 'details', kind: 'status', status: 500, probability: 0.5 }], seed);
      const statuses: number[] = [];
      for (let count = 0; count < 12; count += 1) statuses.push(await outcome(till)());
      return statuses.join();
    };
    const first = await run(42);
    expect(first).toContain('200');
    expect(first).toContain('500');
    expect(await run(42)).toBe(first);
    expect(await run(43)).not.toBe(first);
  });

  test.each([
    [{ on: 'nothing', kind: 'reset' }],
    [{ on: 'details', kind: 'explode' }],
    [{ on: 'details', kind: 'status' }],
    [{ on: 'details', kind: 'status', status: 200 }],
    [{ on: 'details', kind: 'slow' }],
    [{ on: 'details', kind: 'reset', times: 0 }],
    [{ on: 'details', kind: 'reset', probability: 1.1 }],
    [{ on: 'details', kind: 'reset', unknown: true }],
    [{ on: 'details', kind: 'status', status: 404, by: 'nobody' }],
    [{ on: 'details', kind: 'odd' }],
    [{ on: 'details', kind: 'odd', oddity: 'nothing_known' }],
    [{ on: 'details', kind: 'reset', oddity: 'null_entry' }],
  ])('are refused when they make no sense: %j', async (rule) => {
    const till = await reserved();
    await till.faults([{ on: 'details', kind: 'status', status: 500 }]);
    expect((await till.faults([rule])).status).toBe(400);
    expect((await till.details(orderId)).status).toBe(500);
  });
});

test('the control API shows each order with the calls that it has seen, whatever became of them', async () => {
  const till = await reserved();
  await till.faults([{ on: 'details', kind: 'status', status: 500, times: 1 }]);
  await till.details(orderId);
  till.clock.nowMs += 1000;
  await till.details(orderId);
  await till.capture(orderId, 20000, 'key-1');
  const [order] = await till.orders();
  expect(order).toMatchObject({
    orderId,
    msn: '123456',
    amount: 49900,
    state: { opened: true, reserved: 49900, captured: 20000, refunded: 0, cancelled: false },
    history: [{ operation: 'CAPTURE' }, { operation: 'RESERVE' }, { operation: 'INITIATE' }],
    calls: { initiate: 1, details: 2, capture: 1, cancel: 0, refund: 0 },
    looks: [till.clock.nowMs - 1000, till.clock.nowMs],
  });
});

test('settings that make no sense are refused', async () => {
  const { settings } = await openTill();
  for (const wrong of [
    { lifetimeSeconds: 0 },
    { directCapture: 'yes' },
    { receipts: 'maybe' },
    { other: 1 },
  ]) {
    expect((await settings(wrong)).status).toBe(400);
  }
});

async function signedHeaders({ call }: Till) {
  const key = { 'Ocp-Apim-Subscription-Key': 'demo-key' };
  const headers = { ...key, client_id: 'demo-client', client_secret: 'demo-secret' };
  const { body } = await call('POST', '/accesstoken/get', { headers });
  return { ...key, Authorization: `Bearer ${body.access_token}` };
}
