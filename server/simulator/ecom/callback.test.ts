import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTill } from '../testing/till.ts';
import { type Callback, postCallback } from './callback.ts';

const orderId = 'till-1-a';
const callbackPrefix = 'http://127.0.0.1:8080/callbacks';

/** A till whose callbacks are written down instead of sent. */
async function heard(merchant: object = {}, post = (_callback: Callback) => Promise.resolve()) {
  const callbacks: Callback[] = [];
  const till = await openTill({
    post: (callback) => {
      callbacks.push(callback);
      return post(callback);
    },
  });
  const start = (prefix: string) => till.initiate(orderId, {}, { callbackPrefix: prefix, ...merchant });
  expect((await start(callbackPrefix)).status).toBe(200);
  const bodies = () => callbacks.map(({ body }) => JSON.parse(body));
  const statuses = () => bodies().map(({ transactionInfo }) => transactionInfo.status);
  return { ...till, callbacks, bodies, statuses };
}

describe('a callback', () => {
  test('tells of an approval in the shape of the official description', async () => {
    const { press, callbacks, bodies, details } = await heard({ authToken: 'Bearer our-own' });
    await press(orderId, 'approve');
    expect(callbacks).toMatchObject([
      {
        url: `${callbackPrefix}/v2/payments/${orderId}`,
        headers: { 'Content-Type': 'application/json;charset=UTF-8', Authorization: 'Bearer our-own' },
        timeoutMs: 3000,
      },
    ]);
    const [reserved] = (await details(orderId)).body.transactionLogHistory;
    expect(bodies()).toEqual([
      {
        merchantSerialNumber: '123456',
        orderId,
        transactionInfo: {
          amount: 49900,
          status: 'RESERVED',
          timeStamp: '2026-01-15T12:00:00.000Z',
          transactionId: reserved.transactionId,
        },
      },
    ]);
  });

  test.each([{}, { authToken: null }, { authToken: '' }])(
    'has no Authorization with %j',
    async (merchant) => {
      const { press, callbacks } = await heard(merchant);
      await press(orderId, 'approve');
      expect(callbacks[0]?.headers).not.toHaveProperty('Authorization');
    },
  );

  test('tells of each thing that the customer does, and not of the scan', async () => {
    const { open, press, statuses, bodies } = await heard();
    await open(orderId);
    expect(statuses()).toEqual([]);
    await press(orderId, 'decline');
    await press(orderId, 'cancel');
    expect(statuses()).toEqual(['REJECTED', 'CANCELLED']);
    expect(bodies()[0].errorInfo).toMatchObject({ errorGroup: 'Payment', errorCode: '42' });
    expect(bodies()[1]).not.toHaveProperty('errorInfo');
  });

  test('is not sent when what the customer wants is not possible', async () => {
    const { press, open, statuses } = await heard();
    await press(orderId, 'approve');
    for (const again of ['approve', 'decline', 'cancel'] as const) await press(orderId, again);
    await open(orderId);
    expect(statuses()).toEqual(['RESERVED']);
  });

  test('tells of a sale where the sales unit has direct capture, and of a declined one', async () => {
    const { settings, initiate, press, statuses } = await heard();
    await settings({ directCapture: true });
    await initiate('till-1-b', {}, { callbackPrefix });
    await press('till-1-b', 'decline');
    await press('till-1-b', 'approve');
    expect(statuses()).toEqual(['REJECTED', 'SALE']);
  });

  test('tells of the integration test approve too', async () => {
    const { call, statuses } = await heard();
    await call('POST', `/ecomm/v2/integration-test/payments/${orderId}/approve`, { body: {} });
    expect(statuses()).toEqual(['RESERVED']);
  });

  test('tells of nothing that the merchant does', async () => {
    const { press, capture, refund, cancel, statuses } = await heard();
    await press(orderId, 'approve');
    await capture(orderId, 20000, 'key-1');
    await refund(orderId, 20000, 'key-2');
    await cancel(orderId, { shouldReleaseRemainingFunds: true });
    expect(statuses()).toEqual(['RESERVED']);
  });

  test('is not sent for payments of the ePayment API', async () => {
    const { epayment, press, statuses } = await heard();
    await epayment.create('till-1-aaa');
    await press('till-1-aaa', 'approve');
    expect(statuses()).toEqual([]);
  });

  test('that fails is not sent again, and nobody notices', async () => {
    const { press, statuses, details } = await heard({}, () => Promise.reject(new Error('nobody there')));
    expect((await press(orderId, 'approve')).status).toBe(303);
    expect((await details(orderId)).body.transactionLogHistory[0].operation).toBe('RESERVE');
    expect(statuses()).toEqual(['RESERVED']);
  });
});

test.each([
  ['http://127.0.0.1:9/c', true],
  ['http://localhost/c', true],
  ['http://LOCALHOST:8080', true],
  ['http://[::1]:8080/c', true],
  ['https://127.0.0.1:8443', true],
  ['https://localhost:8443/c', true],
  ['https://shop.example/c', false],
  ['https://localhost.shop.example/c', false],
  ['https://localhost@shop.example/c', false],
  ['https://127.0.0.1.shop.example', false],
  ['https://192.168.1.7/c', false],
  ['https://0.0.0.0/c', false],
])('a callback to %s leaves the simulator: %s', async (prefix, expected) => {
  const { initiate, press, callbacks } = await heard();
  expect((await initiate('till-1-b', {}, { callbackPrefix: prefix })).status).toBe(200);
  await press('till-1-b', 'approve');
  expect(callbacks.map(({ url }) => url)).toEqual(expected ? [`${prefix}/v2/payments/till-1-b`] : []);
});

test.each([
  'http://shop.example/c',
  'http://localhost.shop.example/c',
  'http://localhost@shop.example/c',
  'http://192.168.1.7/c',
  'ftp://127.0.0.1/c',
  'http://',
  `http://127.0.0.1/${'a'.repeat(240)}`,
])('a callback prefix %s is refused', async (prefix) => {
  const { initiate } = await openTill();
  const { status, body } = await initiate(orderId, {}, { callbackPrefix: prefix });
  expect(status).toBe(400);
  expect(body).toMatchObject([{ errorGroup: 'InvalidRequest', errorCode: 'merchantInfo.callbackPrefix' }]);
});

/** A merchant's server on this machine; `answer` is what it does with a callback. */
async function merchantServer(answer: (response: ServerResponse) => void) {
  const calls: { method?: string; url?: string; headers: IncomingHttpHeaders; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { method = '', url = '', headers } = request;
    calls.push({ method, url, headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'orders.json');
}

describe('over a real socket, a callback', () => {
  test('arrives, with the token, after the order has changed', async () => {
    const server = await merchantServer((response) => response.end());
    const { initiate, press } = await openTill();
    await initiate(orderId, {}, { callbackPrefix: `${server.url}/c`, authToken: 'ours' });
    await press(orderId, 'cancel');
    await expect.poll(() => server.calls).toHaveLength(1);
    expect(server.calls[0]).toMatchObject({
      method: 'POST',
      url: `/c/v2/payments/${orderId}`,
      headers: { authorization: 'ours', 'content-type': 'application/json;charset=UTF-8' },
      body: { orderId, transactionInfo: { status: 'CANCELLED' } },
    });
  });

  test('keeps its address and its token over a restart of the simulator', async () => {
    const server = await merchantServer((response) => response.end());
    const ledgerFile = newFile();
    const before = await openTill({ ledgerFile });
    await before.initiate(orderId, {}, { callbackPrefix: server.url, authToken: 'ours' });
    await before.simulator.close();
    const after = await openTill({ ledgerFile });
    await after.press(orderId, 'approve');
    await expect.poll(() => server.calls).toMatchObject([{ headers: { authorization: 'ours' } }]);
  });

  test('is given up when there is no answer in time', async () => {
    const server = await merchantServer(() => undefined);
    const hanging = postCallback({ url: server.url, headers: {}, body: '{}', timeoutMs: 50 });
    await expect(hanging).rejects.toThrow(/timeout/);
  });

  test('follows no redirect', async () => {
    const elsewhere = await merchantServer((response) => response.end());
    const server = await merchantServer((response) =>
      response.writeHead(307, { Location: elsewhere.url }).end(),
    );
    await postCallback({ url: server.url, headers: {}, body: '{}', timeoutMs: 60_000 });
    expect([server.calls.length, elsewhere.calls.length]).toEqual([1, 0]);
  });
});
