import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { anOrder, settingsFor } from '../testing/vipps.ts';
import { connectVipps, type VippsSettings } from './connect.ts';

const credentials = {
  clientId: 'the-client',
  clientSecret: 'the-secret',
  subscriptionKey: 'the-key',
  merchantSerialNumber: '54321',
};
const order = (reference: string) => anOrder({ reference, msn: '54321' });

/** A connection to a server that answers everything with `status`, and a token where one is asked for. */
async function setUp(status: number, bent: Partial<VippsSettings> = {}, body: object = {}) {
  const received: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url, headers }, response) => {
    received.push({ url, headers });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'the-token', expires_in: '3599', ...body }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const observed: object[] = [];
  const odd: object[] = [];
  const connection = connectVipps(
    settingsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      shops: [{ id: 'shop', credentials }],
      systemName: 'the-shop',
      pluginName: 'the-plugin',
      qrImageHosts: [],
      ...bent,
    }),
    {
      clock: manualClock(),
      random: () => 0,
      version: '1.2.3',
      observe: (call) => observed.push(call),
      onOdd: (one) => odd.push(one),
    },
  );
  onTestFinished(async () => {
    await connection.close();
    server.close();
  });
  return { ...connection, received, observed, odd };
}

test('every call tells Vipps who is calling, as configured', async () => {
  const { gateway, received, observed } = await setUp(200);
  await expect(gateway.poll(order('till-1-a'))).rejects.toThrow('unreadable answer');
  expect(received.map(({ url }) => url)).toEqual(['/accesstoken/get', '/ecomm/v2/payments/till-1-a/details']);
  for (const { headers } of received) {
    expect(headers).toMatchObject({
      'vipps-system-name': 'the-shop',
      'vipps-system-version': '1.2.3',
      'vipps-system-plugin-name': 'the-plugin',
      'vipps-system-plugin-version': '1.2.3',
      'ocp-apim-subscription-key': 'the-key',
      'merchant-serial-number': '54321',
    });
  }
  expect(observed).toEqual([{ name: 'details', outcome: 'VippsInvalidResponse', tookMs: 0 }]);
});

test('a reference cannot lead a call elsewhere', async () => {
  const { gateway, received } = await setUp(200);
  await expect(gateway.poll(order('../../x?y#z'))).rejects.toThrow();
  expect(received[1]?.url).toBe('/ecomm/v2/payments/..%2F..%2Fx%3Fy%23z/details');
});

test('[P11] Vipps hears the name of a payment without what tells it from that of another sales unit', async () => {
  const { gateway, received, callbackToken } = await setUp(200);
  await expect(gateway.poll(order('till-1-a.54321'))).rejects.toThrow('unreadable answer');
  expect(received.at(-1)?.url).toBe('/ecomm/v2/payments/till-1-a/details');
  const token = callbackToken(order('till-1-a'));
  expect(callbackToken(order('till-1-a.54321'))).toBe(token);
});

test('what is odd about answers is told once, however often and of whichever order it is seen', async () => {
  const { gateway, odd } = await setUp(
    200,
    {},
    {
      transactionLogHistory: [null, { operation: 'INITIATE', operationSuccess: true, amount: 49_900 }],
      expires_in: 'soon',
    },
  );
  for (const reference of ['till-1-a', 'till-1-b', 'till-1-a']) {
    expect(await gateway.poll(order(reference))).toMatchObject({ reservedAmount: 0 });
  }
  expect(odd).toEqual([
    { call: 'token', what: 'expires_in says no time to come' },
    { call: 'details', what: 'an empty entry in the history' },
  ]);
});

test('warming up fetches the token ahead of the first call', async () => {
  const { gateway, warmUp, received } = await setUp(200);
  expect(await warmUp()).toEqual([{ shops: ['shop'], are: 'accepted' }]);
  expect(received.map(({ url }) => url)).toEqual(['/accesstoken/get']);
  await expect(gateway.poll(order('till-1-a'))).rejects.toThrow();
  expect(received).toHaveLength(2);
});

test.each([400, 401, 403])('warming up tells that Vipps refuses the keys: %i', async (status) => {
  const { warmUp } = await setUp(status);
  expect(await warmUp()).toEqual([{ shops: ['shop'], are: 'refused' }]);
});

test.each([404, 429, 500])('warming up is no error when Vipps cannot be had: %i', async (status) => {
  const { warmUp, received } = await setUp(status);
  expect(await warmUp()).toEqual([{ shops: ['shop'], are: 'unknown' }]);
  expect(received).toHaveLength(1);
});

describe('many shops', () => {
  const keys = (name: string, merchantSerialNumber: string) => ({
    clientId: `${name}-client`,
    clientSecret: `${name}-secret`,
    subscriptionKey: `${name}-key`,
    merchantSerialNumber,
  });
  const partner = keys('partner', '11111');
  const shops = [
    { id: 'oslo', credentials: partner },
    { id: 'bergen', credentials: { ...partner, merchantSerialNumber: '22222' } },
    { id: 'aarhus', credentials: keys('aarhus', '33333') },
  ];
  const salesUnits = new Map([
    ['1', { shop: 'oslo', msn: '11111', api: 'ecom' as const }],
    ['2', { shop: 'aarhus', msn: '44444', api: 'epayment' as const }],
  ]);
  const sent = ({ headers }: { headers: IncomingHttpHeaders }) => [
    headers['ocp-apim-subscription-key'],
    headers['merchant-serial-number'],
  ];

  test('each order goes out for its own sales unit, with the keys of its shop', async () => {
    const { gateway, received } = await setUp(200, { shops, salesUnits });
    for (const bent of [
      { shop: 'oslo', msn: '11111' },
      { shop: 'bergen', msn: '22222' },
      { shop: 'aarhus', msn: '44444', api: 'epayment' as const },
    ]) {
      await expect(gateway.poll(anOrder(bent))).rejects.toThrow('unreadable answer');
    }
    const polls = received.filter(({ url }) => url !== '/accesstoken/get');
    expect(polls.map(sent)).toEqual([
      ['partner-key', '11111'],
      ['partner-key', '22222'],
      ['aarhus-key', '44444'],
    ]);
  });

  test('shops with the same keys share a token, others have their own', async () => {
    const { gateway, warmUp, received } = await setUp(200, { shops, salesUnits });
    expect(await warmUp()).toEqual([
      { shops: ['oslo', 'bergen'], are: 'accepted' },
      { shops: ['aarhus'], are: 'accepted' },
    ]);
    await expect(gateway.poll(anOrder({ shop: 'bergen', msn: '22222' }))).rejects.toThrow();
    const tokens = received.filter(({ url }) => url === '/accesstoken/get');
    expect(tokens.map(({ headers }) => headers['client_id'])).toEqual(['partner-client', 'aarhus-client']);
  });

  test('a sale goes on with its sales unit when its shop is called otherwise now', async () => {
    const { gateway, received } = await setUp(200, { shops, salesUnits });
    await expect(gateway.poll(anOrder({ shop: 'old-name', msn: '44444' }))).rejects.toThrow();
    expect(sent(received.at(-1) as { headers: IncomingHttpHeaders })).toEqual(['aarhus-key', '44444']);
  });

  test('[P6] of one whose credentials are gone nothing is known, and nobody is asked', async () => {
    const { gateway, received, callbackToken } = await setUp(200, { shops, salesUnits });
    const gone = anOrder({ shop: 'gone', msn: '99999' });
    await expect(gateway.poll(gone)).rejects.toMatchObject({ name: 'VippsUnavailable', outcome: 'not_done' });
    expect(received).toEqual([]);
    expect(callbackToken(gone)).toBeNull();
  });

  test('[P7] callbacks are told by a token that is each order’s own, and tells no secret', async () => {
    const { callbackToken } = await setUp(200, { shops, salesUnits });
    const tokens = [
      { shop: 'oslo', reference: 'a' },
      { shop: 'oslo', reference: 'b' },
      { shop: 'aarhus', reference: 'a' },
    ].map(callbackToken);
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });
});
