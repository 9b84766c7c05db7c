import { describe, expect, test } from 'vitest';
import { config, shop } from '../testing/config.ts';
import { askNetwork } from './ask-network.ts';

/** @param answers an empty one is Enter alone. @returns what a server reads afterwards, and what was shown. */
async function setUp(was: Record<string, string>, answers: string[], environment = 'production') {
  const shown: string[] = [];
  const left = [...answers];
  const terminal = {
    ask: async (question: string) => {
      shown.push(question);
      return left.shift() ?? '';
    },
    say: (line: string) => void shown.push(line),
    close: () => undefined,
  };
  const set = await askNetwork(terminal, new Map(Object.entries(was)), environment);
  expect(left).toEqual([]);
  const all = Object.entries({ ...was, ...Object.fromEntries(set) }).filter(([, value]) => value !== '');
  const env = Object.fromEntries(all);
  return {
    env,
    shown: shown.join('\n'),
    config: config({ ...shop, ...env, VIPPS_ENVIRONMENT: environment }),
  };
}

const named = { PUBLIC_URL: 'https://till.shop.example', TRUSTED_PROXIES: '10.0.0.1' };
const files = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };
const plain = { HOST: '192.168.1.7', ALLOW_PLAIN_HTTP: 'yes' };

describe('Enter alone', () => {
  test.each(['test', 'production'])('has a new shop in %s speak https by itself', async (environment) => {
    const { env, config, shown } = await setUp({}, [''], environment);
    expect(env).toEqual({ TLS: 'auto', HOST: '0.0.0.0' });
    expect(config).toMatchObject({ tls: 'auto', plainHttp: false });
    expect(shown).toContain('recommended');
    expect(shown).not.toContain('TLS_CERT');
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'its own authority, with an address',
      { TLS: 'auto', HOST: '::', PUBLIC_URL: 'https://192.168.1.7:3000' },
      [''],
    ],
    ['a certificate', { ...files, HOST: '0.0.0.0' }, ['']],
    [
      'a certificate for a name',
      { ...files, HOST: '0.0.0.0', PUBLIC_URL: 'https://till.shop.example' },
      [''],
    ],
    ['a proxy', named, ['', '', '']],
    ['plain http', plain, ['']],
  ])('keeps what is there: %s', async (_, was, answers) => {
    expect((await setUp(was, answers)).env).toEqual(was);
  });

  test('keeps a server to this machine that was', async () => {
    expect((await setUp({ HOST: '127.0.0.1' }, [''])).env).toEqual({});
  });
});

describe('[P8] whoever chooses', () => {
  test.each(['auto', 'certificate'])('%s has no plain http allowed any more', async (way) => {
    const { env, config } = await setUp({ ...files, ...plain }, [way]);
    expect(env).not.toHaveProperty('ALLOW_PLAIN_HTTP');
    expect(config).toMatchObject({ plainHttp: false, isHttps: true, host: '192.168.1.7' });
  });

  test('auto leaves the proxy, its name and the certificate behind', async () => {
    const { env } = await setUp({ ...named, ...files }, ['auto']);
    expect(env).toEqual({ TLS: 'auto', HOST: '0.0.0.0' });
  });

  test('a proxy is asked for its address until there is one', async () => {
    const { env, shown } = await setUp({ TLS: 'auto' }, [
      'proxy',
      '',
      'http://x',
      'https://till.shop.example',
      '',
    ]);
    expect(env).toEqual({ PUBLIC_URL: 'https://till.shop.example', TRUSTED_PROXIES: '127.0.0.1' });
    expect(shown).toContain('This needs an answer.');
    expect(shown).toContain('PUBLIC_URL is "http:"');
  });

  test('plain http says so for real money alone', async () => {
    expect((await setUp(files, ['plain'])).env).toEqual({ HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: 'yes' });
    expect((await setUp({ TLS: 'auto' }, ['plain'], 'test')).env).toEqual({ HOST: '0.0.0.0' });
  });

  test('none keeps it to this machine', async () => {
    expect((await setUp({ ...files, ...plain }, ['none'])).env).toEqual({});
  });
});
