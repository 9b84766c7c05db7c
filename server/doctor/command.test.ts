// `npm run doctor`, as a process of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../simulator/simulator.ts';
import { forPrograms } from '../simulator/testing/program.ts';
import { createTill } from '../simulator/testing/till.ts';
import { shop } from '../testing/config.ts';

const command = fileURLToPath(new URL('../commands/doctor.ts', import.meta.url));
const credentials = {
  clientId: 'canary-client',
  clientSecret: 'canary-secret',
  subscriptionKey: 'canary-key',
  msn: '654321',
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function run(env: object, ...words: string[]) {
  const ended = Promise.withResolvers<{ code: number | string | null; out: string; said: string }>();
  const options = { cwd: folder, env: { ...forPrograms, ...env } };
  const child = execFile(process.execPath, [command, ...words], options, (error, out, said) =>
    ended.resolve({ code: error?.code ?? 0, out, said }),
  );
  return { child, ended: ended.promise };
}

async function aVipps() {
  const simulator = await startSimulator({ credentials, faults: true });
  onTestFinished(() => simulator.close());
  const { orders, faults } = createTill(simulator.url, credentials);
  return { orders, faults, env: { ...shop, VIPPS_API: 'ecom', VIPPS_BASE_URL: simulator.url } };
}

const cancelled = ({ state }: { state: { cancelled: boolean } }) => state.cancelled;

test('a shop that can sell is told so, nothing is left open, and no file is written', async () => {
  const { env, orders } = await aVipps();
  const { code, out, said } = await run(env).ended;
  expect({ code, said }).toEqual({ code: 0, said: '' });
  expect(out.trim().split('\n')).toEqual([
    'Trying out each way to sell at Vipps MobilePay (test). No money is moved.',
    'sales unit 654321, eCom: good. A payment got its code and was cancelled.',
    'sales unit 654321, Recurring: good. A payment got its code and was cancelled.',
    'Backups: none is made by itself. Set BACKUP_DIR to a folder on another disk.',
  ]);
  expect((await orders()).map(cancelled)).toEqual([true, true]);
  expect(readdirSync(folder)).toEqual([]);
});

test('[P7] what would go wrong is a sentence without a secret, and the command fails', async () => {
  const { env } = await aVipps();
  const { code, out, said } = await run({ ...env, VIPPS_CLIENT_SECRET: 'canary-another' }).ended;
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(out).toContain('Vipps MobilePay does not accept the keys. Check VIPPS_CLIENT_ID');
  expect(out).not.toContain('canary');
});

describe('behind a proxy', () => {
  /** The doctor's sentence about a shop whose Vipps is behind this. */
  async function said(env: object) {
    const { code, out } = await run({
      ...shop,
      VIPPS_API: 'epayment',
      VIPPS_BASE_URL: 'https://127.0.0.1:9',
      ...env,
    }).ended;
    expect(code).toBe(1);
    expect(out).not.toContain('canary');
    return out.split('\n')[1]?.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
  }
  async function aProxy(status: number) {
    const server = createServer().on('connect', (_request, socket) => {
      socket.on('error', () => undefined).end(`HTTP/1.1 ${status} No\r\n\r\n`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://kari:canary@127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test.each([
    [
      407,
      'The proxy HOST asks for a password. Put it into HTTPS_PROXY: http://NAME:PASSWORD@HOST. (PROXY_407)',
    ],
    [
      403,
      'The proxy HOST lets nobody through to HOST. Have it allow that, port 443, or connect directly by NO_PROXY. (PROXY_403)',
    ],
  ])('that answers %i, it says what to do', async (status, sentence) => {
    expect(await said({ HTTPS_PROXY: await aProxy(status) })).toContain(sentence);
  });

  test('that is not there, it names it', async () => {
    const sentence = 'No connection to the proxy HOST comes about. Check HTTPS_PROXY. (ECONNREFUSED)';
    expect(await said({ https_proxy: '127.0.0.1:1' })).toContain(sentence);
  });
});

test('interrupted in the middle of a start, it cancels what it has started', async () => {
  const { env, orders, faults } = await aVipps();
  await faults([{ on: 'qr', kind: 'hang' }]);
  const { child, ended } = run(env);
  await expect.poll(async () => (await orders())[0]?.calls.qr, { timeout: 20_000 }).toBe(1);
  child.kill('SIGINT');
  expect((await ended).code).toBe(1);
  expect((await orders()).map(cancelled)).toEqual([true]);
});

test('in the demo, or called wrongly, it says so in a sentence', async () => {
  expect(await run({}).ended).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^The demo asks no Vipps.*\n$/),
  });
  expect(await run(shop, 'please').ended).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^npm run doctor/),
  });
});
