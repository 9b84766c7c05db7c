import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { addressForPhones } from './network.ts';
import { startSimulator } from './simulator.ts';
import { forPrograms } from './testing/program.ts';
import { createTill, credentials, openTill } from './testing/till.ts';

const address = (family: 'IPv4' | 'IPv6', ip: string, internal: boolean) => ({
  family,
  address: ip,
  internal,
  netmask: '',
  mac: '',
  cidr: null,
  scopeid: 0,
});

test('unknown paths and methods are not found, in the words of the gateway', async () => {
  const { call } = await openTill();
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', '/ecomm/v2/payments'],
    ['DELETE', '/ecomm/v2/payments/a/cancel'],
    ['GET', '/epayment/v1/payments'],
    ['PUT', '/epayment/v1/payments/till-1-aaa/cancel'],
    ['GET', '/qr/v1'],
    ['GET', '/accesstoken/get'],
  ] as const) {
    const { status, body } = await call(method, path);
    expect(status).toBe(404);
    expect(body).toEqual({ statusCode: 404, message: 'Resource not found' });
  }
});

test('answers say nothing of how they are made', async () => {
  const { call } = await openTill();
  const answers = [
    await call('POST', '/ecomm/v2/payments', { raw: '{' }),
    await call('GET', '/ecomm/v2/payments/%E0%A4%A/details'),
    await call('POST', '/ecomm/v2/payments', { raw: JSON.stringify({ a: 'x'.repeat(200_000) }) }),
  ];
  for (const { status, headers, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(text).not.toMatch(/\.ts|node_modules|\bat /);
  }
});

test('without faults there is no control API', async () => {
  const { call } = await openTill({ faults: false });
  for (const [method, path] of [
    ['GET', '/simulator/orders'],
    ['PUT', '/simulator/faults'],
    ['PUT', '/simulator/settings'],
    ['PUT', '/simulator/orders/till-1-a/late'],
  ] as const) {
    expect((await call(method, path)).status).toBe(404);
  }
});

test('listening for the whole network, there is no control API even when asked for', async () => {
  const simulator = await startSimulator({ credentials, faults: true, host: '0.0.0.0' });
  onTestFinished(() => simulator.close());
  expect((await fetch(`${simulator.url}/simulator/orders`)).status).toBe(404);
  expect((await fetch(`${simulator.url}/phone`)).status).toBe(200);
});

test('a port that is taken is an error', async () => {
  const { url } = await openTill();
  await expect(startSimulator({ credentials, port: Number(new URL(url).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});

test('closing waits for no idle connection', async () => {
  const { simulator, details } = await openTill();
  await details('a');
  // No grace ever ends.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await simulator.close();
  vi.useRealTimers();
  await expect(fetch(simulator.url)).rejects.toThrow();
});

test('phones are sent to the first IPv4 address on a network', () => {
  const interfaces = {
    lo: [address('IPv4', '127.0.0.1', true)],
    wifi: [address('IPv6', 'fe80::1', false), address('IPv4', '192.0.2.7', false)],
    other: [address('IPv4', '198.51.100.1', false)],
  };
  expect(addressForPhones('0.0.0.0', interfaces)).toBe('192.0.2.7');
  expect(addressForPhones('::', interfaces)).toBe('192.0.2.7');
  expect(addressForPhones('198.51.100.1', interfaces)).toBe('198.51.100.1');
  expect(addressForPhones('127.0.0.1', interfaces)).toBe('127.0.0.1');
  expect(addressForPhones('0.0.0.0', {})).toBe('127.0.0.1');
});

/** One account beside the first, as the environment has it. */
function accounts(more: object): string {
  const account = { clientId: 'b-client', clientSecret: 'hush', subscriptionKey: 'b-key', msn: '222222' };
  return JSON.stringify([{ ...account, ...more }]);
}

const runAlone = (env: Record<string, string>, ...args: string[]) => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...forPrograms, SIMULATOR_PORT: '0', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

test.each([
  [{ VIPPS_CLIENT_ID: 'mine' }, /VIPPS_CLIENT_SECRET, VIPPS_SUBSCRIPTION_KEY, VIPPS_MSN/],
  [{ SIMULATOR_PORT: 'high' }, /SIMULATOR_PORT is "high"/],
  [{ SIMULATOR_ACCOUNTS: accounts({ msn: 'hush' }) }, /SIMULATOR_ACCOUNTS is wrong at 0.msn/],
  [
    { SIMULATOR_ACCOUNTS: accounts({ subscriptionKey: 'demo-key' }) },
    /^Two accounts have the same subscription key$/m,
  ],
])('run alone with %j, it says what is wrong in a sentence', async (env, sentence) => {
  const child = runAlone(env);
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output).toMatch(sentence);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).not.toContain('hush');
});

test('run alone, it says where it is, knows its accounts and stops when told to', async () => {
  const more = {
    SIMULATOR_SALES_UNITS: '654321, 65432',
    SIMULATOR_ACCOUNTS: accounts({ salesUnits: ['333333'] }),
  };
  const child = runAlone(more, '--faults');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await expect.poll(() => output).toMatch(/^Simulator: http:\S+\nPhone page: http:\S+\/phone\n$/);
  const url = /Simulator: (\S+)/.exec(output)?.[1] ?? '';
  expect((await fetch(`${url}/simulator/orders`)).status).toBe(200);
  const [account] = JSON.parse(more.SIMULATOR_ACCOUNTS);
  for (const [own, unit] of [
    [credentials, '654321'],
    [credentials, '65432'],
    [account, '333333'],
  ] as const) {
    const till = createTill(url, own);
    await till.signIn();
    const started = await till.initiate('till-1-a', {}, { merchantSerialNumber: unit });
    expect(started.status).toBe(200);
  }
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
