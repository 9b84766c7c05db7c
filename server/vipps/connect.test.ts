import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { connectVipps } from './connect.ts';

/** A connection to a server that answers everything with `status`, and a token where one is asked for. */
async function setUp(status: number) {
  const received: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url, headers }, response) => {
    received.push({ url, headers });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'the-token', expires_in: '3599' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const observed: object[] = [];
  const connection = connectVipps(
    {
      api: 'ecom',
      baseUrl: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      credentials: {
        ...{ clientId: 'the-client', clientSecret: 'the-secret' },
        ...{ subscriptionKey: 'the-key', merchantSerialNumber: '54321' },
      },
      ...{ systemName: 'the-shop', pluginName: 'the-plugin', qrImageHosts: [] },
      ...{ fallbackUrl: 'https://shop.example/', callbackUrl: 'https://shop.example/' },
    },
    { clock: manualClock(), random: () => 0, version: '1.2.3', observe: (call) => observed.push(call) },
  );
  onTestFinished(async () => {
    await connection.close();
    server.close();
  });
  return { ...connection, received, observed };
}

test('every call tells Vipps who is calling, as configured', async () => {
  const { gateway, received, observed } = await setUp(200);
  await expect(gateway.look('till-1-a')).rejects.toThrow('unreadable answer');
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
  await expect(gateway.look('../../x?y#z')).rejects.toThrow();
  expect(received[1]?.url).toBe('/ecomm/v2/payments/..%2F..%2Fx%3Fy%23z/details');
});

test('warming up fetches the token ahead of the first call', async () => {
  const { gateway, warmUp, received } = await setUp(200);
  await warmUp();
  expect(received.map(({ url }) => url)).toEqual(['/accesstoken/get']);
  await expect(gateway.look('till-1-a')).rejects.toThrow();
  expect(received).toHaveLength(2);
});

test('warming up is no error when Vipps cannot be had', async () => {
  const { warmUp, received } = await setUp(500);
  await expect(warmUp()).resolves.toBeUndefined();
  expect(received).toHaveLength(1);
});
