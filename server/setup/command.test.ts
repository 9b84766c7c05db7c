// `npm run setup`, as a process of its own, with a stand-in for Vipps MobilePay.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toConfig } from '../config/config.ts';
import { parseEnvFile } from '../core/env-file.ts';
import { startSimulator } from '../simulator/simulator.ts';
import { forPrograms } from '../simulator/testing/program.ts';
import { createTill } from '../simulator/testing/till.ts';
import { settingsIn } from '../store/sqlite/settings-in.ts';
import { aFolderWith } from '../testing/files/written-files.ts';

const command = fileURLToPath(new URL('../commands/setup.ts', import.meta.url));
const keys = {
  clientId: 'canary-client-id',
  clientSecret: 'canary-secret',
  subscriptionKey: 'canary-key #1',
};
const credentials = { ...keys, subscriptionKey: 'canary-key', msn: '654321' };

async function aVipps() {
  const simulator = await startSimulator({ credentials, faults: true });
  onTestFinished(() => simulator.close());
  return { url: simulator.url, faults: createTill(simulator.url, credentials).faults };
}

type Called = { env?: Record<string, string>; words?: string[] };

function begin(folder: string, { env = {}, words = [] }: Called = {}) {
  const child = spawn(process.execPath, [command, ...words], {
    cwd: folder,
    env: { ...forPrograms, ...env },
  });
  child.stdin.on('error', () => undefined);
  return child;
}

/** @param lines what is answered. */
async function setUp(folder: string, lines: readonly string[], called: Called = {}) {
  const child = begin(folder, called);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  expect(out + said).not.toContain('canary');
  return { code, out, said };
}

const good = [credentials.clientId, credentials.clientSecret, credentials.subscriptionKey, credentials.msn];
const norwegian = ['NO', 'Kaffebaren', '974760673', 'Storgata 1, 0155 Oslo'];

/** As the server reads what has been written. */
function read(folder: string) {
  const { lines, problems } = parseEnvFile(readFileSync(join(folder, '.env'), 'utf8'), '.env');
  expect(problems).toEqual([]);
  const env = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
  return toConfig(env, (file) => readFileSync(join(folder, file), 'utf8'));
}

/** What the database of the shop says of it. */
const stored = (folder: string, environment = 'test') =>
  Object.fromEntries(
    settingsIn(join(folder, `data/${environment}.db`)).map(({ name, value }) => [name, JSON.parse(value)]),
  );

describe('a new shop', () => {
  test('[P7] is asked, its keys are tried out, and what is written is what the server reads, for its user alone', async () => {
    const { url } = await aVipps();
    const folder = aFolderWith({});
    const lines = ['test', ...good, ...norwegian, 'nb', 'NOK', 'plain', 'ecom'];
    const { code, out, said } = await setUp(folder, lines, { env: { VIPPS_BASE_URL: url } });
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toContain('Vipps MobilePay accepts the keys.');
    expect(out).toMatch(/1\. npm run doctor.*\n.*2\. npm start.*\n.*3\. On the tablet .*\/display behind it/);
    expect(readdirSync(folder).toSorted()).toEqual(['.env', 'data']);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    const config = read(folder);
    expect(config.shops[0]?.credentials).toEqual({
      clientId: credentials.clientId,
      clientSecret: credentials.clientSecret,
      subscriptionKey: credentials.subscriptionKey,
      merchantSerialNumber: '654321',
    });
    expect(config).toMatchObject({ environment: 'test', host: '0.0.0.0' });
    expect(config.salesUnits.get('1')).toMatchObject({ api: 'ecom', msn: '654321' });
    expect(config.tills).toMatchObject([
      {
        id: '1',
        name: 'Kasse 1',
        locale: 'nb-NO',
        currency: 'NOK',
        brand: 'vipps',
        seller: null,
      },
    ]);
    // In the database, where managers change it later.
    const seller = { name: 'Kaffebaren', orgNumber: '974 760 673', address: 'Storgata 1, 0155 Oslo' };
    expect(stored(folder)).toEqual(seller);
  });

  test('that pays by https, in another country, without a check that it cannot make', async () => {
    const folder = aFolderWith({});
    const danish = ['DK', 'Kaffe', '10150817', ''];
    const reach = ['proxy', 'https://till.shop.example', ''];
    const lines = ['production', ...good, ...danish, '', '', ...reach];
    const { code, out } = await setUp(folder, lines, { words: ['--no-check'] });
    expect(code).toBe(0);
    expect(out).toContain('The keys were not tried out at Vipps MobilePay.');
    expect(out).toContain('open https://till.shop.example/display');
    const config = read(folder);
    expect(config).toMatchObject({
      environment: 'production',
      trustedProxies: ['127.0.0.1'],
      plainHttp: false,
    });
    expect(config.tills).toMatchObject([{ locale: 'da-DK', currency: 'DKK', brand: 'mobilepay' }]);
    expect(config.salesUnits.get('1')).toMatchObject({ api: 'epayment' });
  });

  test('is told at once what is wrong with an answer, and asked again', async () => {
    const folder = aFolderWith({});
    const lines = ['demo', 'test', ...good.slice(0, 3), '12', '654321', 'NO', '', '974760674', '', ''];
    const more = ['xx', 'nb', 'NOK', 'proxy', 'http://x', 'https://x.example', '', 'epayment'];
    const { code, out } = await setUp(folder, [...lines, ...more], { words: ['--no-check'] });
    expect(code).toBe(0);
    expect(out).toContain('This is one of test, production.');
    expect(out).toContain('VIPPS_MSN is "12"; it accepts 5-6 digits.');
    expect(out).toContain('its digits do not go together, so that at least one is wrong');
    expect(out).toContain('This is one of nb, da, sv, fi, en.');
    expect(out).toMatch(/PUBLIC_URL is "http/);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  test('with keys that Vipps does not take is told so, and asked for others', async () => {
    const { url } = await aVipps();
    const folder = aFolderWith({});
    const wrong = [credentials.clientId, 'canary-another', credentials.subscriptionKey, credentials.msn];
    // Of what is there already, Enter keeps all but the one that was wrong.
    const again = ['', credentials.clientSecret, '', ''];
    const lines = ['test', ...wrong, ...again, ...norwegian, 'nb', 'NOK', 'plain', ''];
    const { code, out } = await setUp(folder, lines, { env: { VIPPS_BASE_URL: url } });
    expect(code).toBe(0);
    expect(out).toMatch(/does not accept the keys\. Check VIPPS_CLIENT_ID, .*[\s\S]*accepts the keys\./);
    expect(read(folder).shops[0]?.credentials).toMatchObject({ clientSecret: credentials.clientSecret });
  });

  test('has the one API that answers to its sales unit, and is told why not the other', async () => {
    const { url, faults } = await aVipps();
    await faults([{ on: 'details', kind: 'status', status: 403, by: 'gateway', times: 1 }]);
    const folder = aFolderWith({});
    const lines = ['test', ...good, ...norwegian, 'nb', 'NOK', 'plain'];
    const { code, out } = await setUp(folder, lines, { env: { VIPPS_BASE_URL: url } });
    expect(code).toBe(0);
    expect(out).toContain('The keys are good, but not for the ePayment API');
    expect(read(folder).salesUnits.get('1')).toMatchObject({ api: 'ecom' });
  });
});

const old = `# Ours, since spring
VIPPS_CLIENT_ID=canary-client-id
VIPPS_CLIENT_SECRET="canary-secret"
VIPPS_SUBSCRIPTION_KEY=canary-key # of the till
VIPPS_MSN=654321
CAPTURE=manual
PORT=8080
`;

describe('a shop that is there', () => {
  test('keeps what it has by Enter alone, comments and other settings too, and the old file under a date', async () => {
    const folder = aFolderWith({ '.env': old });
    const { code, out, said } = await setUp(folder, Array(16).fill(''), { words: ['--no-check'] });
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const now = readFileSync(join(folder, '.env'), 'utf8');
    expect(now).toMatch(/^# Ours, since spring\nVIPPS_CLIENT_ID=canary-client-id\n/);
    expect(now).toContain('CAPTURE=manual\nPORT=8080\n');
    expect(read(folder)).toMatchObject({ capture: 'manual', port: 8080 });
    const kept = readdirSync(folder).filter((name) =>
      /^\.env\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/.test(name),
    );
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([old]);
    expect(statSync(join(folder, kept[0] ?? '')).mode & 0o777).toBe(0o600);
    expect(out).toContain(`kept as ${kept[0]}`);
  });

  test('has its tills left as they are', async () => {
    const several = '[{"id":"a","name":"A"},{"id":"b","name":"B","locale":"sv-SE"}]';
    const folder = aFolderWith({ '.env': `${old}TILLS_FILE=ours.json\n`, 'ours.json': several });
    const { code, out } = await setUp(folder, Array(16).fill(''), { words: ['--no-check'] });
    expect(code).toBe(0);
    expect(out).toContain('The tills stay as they are in ours.json.');
    expect(readFileSync(join(folder, 'ours.json'), 'utf8')).toBe(several);
    expect(read(folder).tills).toMatchObject([{ locale: 'nb-NO' }, { locale: 'sv-SE' }]);
  });

  test('of several shops is not asked who it is', async () => {
    const chain = '[{"id":"a","name":"A","shop":"oslo"},{"id":"b","name":"B","shop":"bergen"}]';
    const folder = aFolderWith({ '.env': `${old}TILLS_FILE=ours.json\n`, 'ours.json': chain });
    const { code, out } = await setUp(folder, Array(16).fill(''), { words: ['--no-check'] });
    expect(code).toBe(0);
    expect(out).toContain('The name and address of each shop are set on the page of settings.');
    expect(out).not.toContain('Organisation number');
  });

  test('is asked again with what its database says, and takes it along into production', async () => {
    const folder = aFolderWith({ '.env': old });
    const first = ['', '', '', '', '', 'NO', 'Kaffebaren', '974760673', '', ...Array(9).fill('')];
    expect(await setUp(folder, first, { words: ['--no-check'] })).toMatchObject({ code: 0 });
    const again = ['production', ...good, ...Array(12).fill('')];
    const { code, out } = await setUp(folder, again, { words: ['--no-check'] });
    expect({ code, asked: out.includes('[Kaffebaren]') }).toEqual({ code: 0, asked: true });
    expect(stored(folder, 'production')).toEqual({ name: 'Kaffebaren', orgNumber: '974 760 673' });
  });

  test('keeps a variable that says who it is', async () => {
    const folder = aFolderWith({ '.env': `${old}SHOP_NAME=Ours\n` });
    const lines = ['', '', '', '', '', 'NO', 'Theirs', '', '', ...Array(9).fill('')];
    expect(await setUp(folder, lines, { words: ['--no-check'] })).toMatchObject({ code: 0 });
    expect(read(folder).tills[0]?.seller?.name).toBe('Theirs');
    expect(readdirSync(folder)).not.toContain('data');
  });

  test('is told of settings of the environment, which win', async () => {
    const folder = aFolderWith({ '.env': old });
    const called = { words: ['--no-check'], env: { VIPPS_MSN: '111111' } };
    const { out } = await setUp(folder, Array(16).fill(''), called);
    expect(out).toContain('Warning: VIPPS_MSN is set in the environment too, which wins over .env.');
    expect(out.match(/Warning:/g)).toHaveLength(1);
  });
});

describe('nothing is written, and nothing is changed', () => {
  const files = (folder: string) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

  test.each([0, 1, 5, 9, 12])('when the answers end after %i', async (count) => {
    const folder = aFolderWith({ '.env': old });
    const { code, said } = await setUp(folder, Array(count).fill(''), { words: ['--no-check'] });
    expect(code).toBe(1);
    expect(said).toBe('The answers have ended before this question. Nothing was written.\n');
    expect(files(folder)).toEqual([['.env', old]]);
  });

  test('by Ctrl-C', async () => {
    const folder = aFolderWith({ '.env': old });
    const child = begin(folder, { words: ['--no-check'] });
    child.stdin.write('\n'.repeat(12));
    let out = '';
    for await (const chunk of child.stdout) {
      out += chunk;
      if (out.includes('Currency')) child.kill('SIGINT');
    }
    expect(files(folder)).toEqual([['.env', old]]);
  });

  test('when Vipps cannot be reached and who is asked does not go on', async () => {
    const folder = aFolderWith({});
    const lines = ['test', ...good, 'no'];
    const { code, out } = await setUp(folder, lines, { env: { VIPPS_BASE_URL: 'https://127.0.0.1:1' } });
    expect(code).toBe(1);
    expect(out).toMatch(/No connection to 127\.0\.0\.1:1 comes about.*\(ECONNREFUSED\)\n/);
    expect(out).toContain('Go on without having tried them out?');
    expect(files(folder)).toEqual([]);
  });

  test('by --check-only, which says what is wrong, or that all is well', async () => {
    const { url } = await aVipps();
    const folder = aFolderWith({ '.env': old });
    const called = { words: ['--check-only'], env: { VIPPS_BASE_URL: url } };
    const { code, out } = await setUp(folder, [], called);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Vipps MobilePay accepts the keys. The sales unit has: epayment, ecom.\n',
    });
    const other = { words: ['--check-only'], env: { VIPPS_BASE_URL: url, VIPPS_CLIENT_SECRET: 'canary-x' } };
    expect(await setUp(folder, [], other)).toMatchObject({
      code: 1,
      out: expect.stringContaining('does not accept the keys'),
    });
    expect(files(folder)).toEqual([['.env', old]]);
  });

  test.each([[['please']], [['--check-only', '--no-check']], [['--quiet']]])(
    'when called %j',
    async (words) => {
      const folder = aFolderWith({});
      expect(await setUp(folder, [], { words })).toMatchObject({
        code: 1,
        said: expect.stringMatching(/npm run setup|quiet/),
      });
      expect(files(folder)).toEqual([]);
    },
  );
});
