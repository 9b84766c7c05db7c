import { describe, expect, test } from 'vitest';
import { spokenLanguages } from '../contract/languages.ts';
import { config, credentials, problems, shop, urls } from '../testing/config.ts';
import { demoCredentials } from './credentials.ts';
import type { Env } from './env-reader.ts';

const vippsImageHosts = [
  '*.vipps.no',
  '*.vippsmobilepay.com',
  '*.vipps.dk',
  '*.vipps.fi',
  'qr-generator-prod-app-service.azurewebsites.net',
];

describe('with nothing set', () => {
  test('it is the demo: no credentials, a simulator of its own, this machine only', () => {
    expect(config({})).toEqual({
      environment: 'demo',
      host: '127.0.0.1',
      publicUrl: null,
      tls: null,
      isHttps: false,
      isBehindProxy: false,
      trustedProxies: [],
      cashierRefundUpTo: 0,
      cashierRefundUpToADay: 0,
      refundApprovalAbove: null,
      port: 3000,
      shops: [{ id: 'shop', credentials: demoCredentials, variables: [] }],
      setBy: new Map([['shop', {}]]),
      localesSet: new Set(),
      salesUnits: new Map([['1', { shop: 'shop', msn: '123456', api: 'ecom' }]]),
      baseUrl: new URL('http://127.0.0.1:3001'),
      simulator: { host: '127.0.0.1', port: 3001 },
      systemName: 'tillside',
      pluginName: 'tillside',
      qrImageHosts: [...vippsImageHosts, '127.0.0.1:3001'],
      fallbackUrl: 'https://tillside.invalid/thank-you',
      callbackUrl: 'https://tillside.invalid/thank-you',
      agreementUrl: 'https://tillside.invalid/thank-you',
      qrFormat: 'svg',
      capture: 'auto',
      databaseFile: 'data/demo.db',
      databaseIsNamed: false,
      plainHttp: false,
      securityContact: null,
      lockAfterMs: null,
      pepperFile: null,
      backups: { folder: null, keep: 14 },
      bothNamesUntil: '2027-06-30',
      brandingFolder: null,
      logLevel: 'info',
      network: { proxy: null, authorities: null },
      connections: { most: null, mostPerAddress: null },
      tills: [
        {
          id: '1',
          name: 'Till 1',
          shop: 'shop',
          subscriptions: true,
          currency: 'NOK',
          locale: 'en-NO',
          brand: 'vipps',
          logo: null,
          timeZone: 'Europe/Oslo',
          dayEndsAt: 0,
          picture: null,
          environment: 'demo',
          languages: [...spokenLanguages],
          idleText: {},
          printsSlip: false,
          seller: null,
        },
      ],
    });
  });

  test('a blank variable is as good as none', () => {
    expect(config({ PORT: ' ', VIPPS_CLIENT_ID: '', TILLS_FILE: '' })).toEqual(config({}));
  });
});

describe('with credentials', () => {
  test('it is the test environment', () => {
    expect(config(shop)).toMatchObject({
      environment: 'test',
      baseUrl: new URL('https://apitest.vipps.no'),
      simulator: null,
      qrImageHosts: vippsImageHosts,
      databaseFile: 'data/test.db',
      databaseIsNamed: false,
      shops: [
        {
          id: 'shop',
          credentials: {
            clientId: 'canary-client',
            clientSecret: 'canary-secret',
            subscriptionKey: 'canary-key',
            merchantSerialNumber: '654321',
          },
        },
      ],
      agreementUrl: urls.FALLBACK_URL,
      fallbackUrl: urls.FALLBACK_URL,
      callbackUrl: urls.CALLBACK_URL,
      tills: [{ environment: 'test' }],
    });
  });

  test('it is production when that is what it says', () => {
    expect(config({ ...shop, VIPPS_ENVIRONMENT: 'production' })).toMatchObject({
      environment: 'production',
      baseUrl: new URL('https://api.vipps.no'),
      tills: [{ environment: 'production' }],
    });
  });

  test('it is never the demo, which takes none', () => {
    expect(problems({ ...shop, VIPPS_ENVIRONMENT: 'demo' })).toEqual([
      'VIPPS_ENVIRONMENT is "demo" but VIPPS_CLIENT_ID, VIPPS_CLIENT_SECRET, VIPPS_SUBSCRIPTION_KEY, VIPPS_MSN is set; the demo takes no credentials.',
    ]);
  });

  test.each(Object.keys(credentials))('but without %s it does not start', (missing) => {
    expect(problems({ ...shop, [missing]: undefined })).toEqual([
      `${missing} is not set; it accepts the value from portal.vippsmobilepay.com.`,
    ]);
  });

  test.each(Object.keys(credentials))('of which only %s is set, it does not slip into the demo', (name) => {
    const said = problems({ ...urls, [name]: shop[name] });
    expect(said).toHaveLength(3);
    expect(said.every((sentence) => /^VIPPS_\w+ is not set;/.test(sentence))).toBe(true);
    expect(said.join()).not.toContain(name);
  });

  test.each(['test', 'production'])('needed for %s and not set, it does not start', (environment) => {
    const said = problems({ ...urls, VIPPS_ENVIRONMENT: environment });
    expect(said.map((sentence) => sentence.split(' ')[0])).toEqual(Object.keys(credentials));
  });

  test.each(['1234', '1234567', 'abcdef', '12-345'])('VIPPS_MSN is not %s', (msn) => {
    expect(problems({ ...shop, VIPPS_MSN: msn }).at(-1)).toBe(
      `VIPPS_MSN is "${msn}"; it accepts 5-6 digits.`,
    );
  });

  test.each(['two canaries', 'canary\u00a0', 'canary\u0000x'])(
    '[P7] a key that can be none is refused without being shown: %j',
    (value) => {
      for (const name of ['VIPPS_CLIENT_ID', 'VIPPS_CLIENT_SECRET', 'VIPPS_SUBSCRIPTION_KEY']) {
        const said = problems({ ...shop, [name]: `${value}!\u00e5` });
        expect(said).toEqual([`${name} holds characters that no key has.`]);
      }
    },
  );

  test('[P7] no sentence shows a credential, whatever else is wrong', () => {
    const wrong = {
      PORT: 'x',
      HOST: 'x',
      CAPTURE: 'x',
      VIPPS_API: 'x',
      DATABASE_URL: 'x',
      SIMULATOR_PORT: 'x',
      VIPPS_SYSTEM_NAME: 'x y',
      VIPPS_BASE_URL: 'x',
      FALLBACK_URL: 'x',
      VIPPS_ENVIRONMENT: 'x',
    };
    const said = problems({ ...shop, ...wrong, VIPPS_CLIENT_SECRET: 'canary secret' }).join('\n');
    for (const name of Object.keys(wrong)) expect(said).toContain(`${name} is "`);
    expect(said).not.toContain('canary');
  });
});

const unit = { shop: 'shop', msn: '654321' };

describe('each setting', () => {
  test.each([
    [{ PORT: '8080' }, { port: 8080 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: '[::1]' }, { host: '::1' }],
    [{ CAPTURE: 'manual' }, { capture: 'manual' }],
    [{ VIPPS_API: 'ecom' }, { salesUnits: new Map([['1', { ...unit, api: 'ecom' }]]) }],
    [{ VIPPS_API: 'epayment' }, { salesUnits: new Map([['1', { ...unit, api: 'epayment' }]]) }],
    [{ QR_FORMAT: 'png' }, { qrFormat: 'png' }],
    [{ AGREEMENT_URL: 'https://x.example/mine' }, { agreementUrl: 'https://x.example/mine' }],
    [{ VIPPS_SYSTEM_NAME: 'the-shop' }, { systemName: 'the-shop' }],
    [{ VIPPS_PLUGIN_NAME: 'the-plugin' }, { pluginName: 'the-plugin' }],
    [{ DATABASE_URL: 'file:/var/lib/till.db' }, { databaseFile: '/var/lib/till.db' }],
    [{ VIPPS_QR_IMAGE_HOSTS: 'QR.example.com, *.x.io' }, { qrImageHosts: ['qr.example.com', '*.x.io'] }],
    [{ VIPPS_QR_IMAGE_HOSTS: '127.0.0.1:9, [::1]:9' }, { qrImageHosts: ['127.0.0.1:9', '[::1]:9'] }],
    [{ VIPPS_BASE_URL: 'https://proxy.example' }, { baseUrl: new URL('https://proxy.example') }],
    [{ FALLBACK_URL: 'https://x.example/a?b=c' }, { fallbackUrl: 'https://x.example/a?b=c' }],
  ])('is taken: %j', (env, expected) => {
    expect(config({ ...shop, ...env })).toMatchObject(expected);
  });

  test.each([
    [{ PORT: '70000' }, 'PORT is "70000"; it accepts a port number, 0-65535 (0: any free one).'],
    [{ SIMULATOR_PORT: 'x' }, 'SIMULATOR_PORT is "x"; it accepts a port number, 0-65535 (0: any free one).'],
    [{ CAPTURE: 'later' }, 'CAPTURE is "later"; it accepts auto or manual.'],
    [{ VIPPS_API: 'recurring' }, 'VIPPS_API is "recurring"; it accepts ecom or epayment.'],
    [{ VIPPS_ENVIRONMENT: 'prod' }, 'VIPPS_ENVIRONMENT is "prod"; it accepts demo or test or production.'],
    [
      { VIPPS_SYSTEM_NAME: 'x'.repeat(31) },
      `VIPPS_SYSTEM_NAME is "${'x'.repeat(31)}"; it accepts at most 30 characters without spaces.`,
    ],
    [
      { VIPPS_PLUGIN_NAME: 'a b' },
      'VIPPS_PLUGIN_NAME is "a b"; it accepts at most 30 characters without spaces.',
    ],
    [{ FALLBACK_URL: 'http://127.0.0.1/' }, 'FALLBACK_URL is "http:"; it accepts an https address.'],
    [{ AGREEMENT_URL: 'http://x.example' }, 'AGREEMENT_URL is "http:"; it accepts an https address.'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud"; it accepts trace or debug or info or warn or error or fatal or silent.',
    ],
    [{ QR_FORMAT: 'gif' }, 'QR_FORMAT is "gif"; it accepts svg or png.'],
    [{ CALLBACK_URL: 'http://127.0.0.1/' }, 'CALLBACK_URL is "http:"; it accepts an https address.'],
    [{ CALLBACK_URL: 'shop.example' }, 'CALLBACK_URL is "not a URL"; it accepts an https address.'],
    [
      { VIPPS_BASE_URL: 'https://proxy.example/vipps' },
      'VIPPS_BASE_URL is "https://proxy.example/vipps"; it accepts an address without a path.',
    ],
    [
      { VIPPS_BASE_URL: 'http://proxy.example' },
      'VIPPS_BASE_URL is "http:"; it accepts an https address, or http on a loopback one.',
    ],
    [{ DATABASE_URL: 'till.db' }, 'DATABASE_URL is "not a URL"; it accepts file:PATH.'],
    [{ DATABASE_URL: 'file:' }, 'DATABASE_URL is "file:"; it accepts file:PATH.'],
    ...['https://qr.vipps.no', 'qr.vipps.no/x', '*', 'a,,b', 'user@host', '*.'].map(
      (hosts): [Env, string] => [
        { VIPPS_QR_IMAGE_HOSTS: hosts },
        `VIPPS_QR_IMAGE_HOSTS is "${hosts}"; it accepts hosts separated by commas, such as qr.vipps.no, *.vipps.no or 127.0.0.1:3001.`,
      ],
    ),
  ])('is refused in a sentence: %j', (env, sentence) => {
    expect(problems({ ...shop, ...env })).toEqual([sentence]);
  });

  test('[P7] of the database is not repeated when it may hold a password', () => {
    for (const value of [
      'postgres://till:canary@db/till',
      'postgres:/till:canary@db',
      'till:canary@db/till',
      'host=db password=canary',
      'mysql://canary@db',
    ]) {
      const said = problems({ ...shop, DATABASE_URL: value });
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/^DATABASE_URL is ".*"; it accepts file:PATH\.$/);
      expect(said[0]).not.toContain('canary');
    }
  });
});

describe('plain http', () => {
  test('reaches a test double on this machine, whose images may be shown', () => {
    for (const host of ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000']) {
      const { baseUrl, qrImageHosts, simulator } = config({ ...shop, VIPPS_BASE_URL: `http://${host}` });
      expect(baseUrl.host).toBe(host);
      expect(qrImageHosts).toEqual([...vippsImageHosts, host]);
      expect(simulator).toBeNull();
    }
  });

  test('to another double in the demo leaves out the simulator of its own', () => {
    expect(config({ VIPPS_BASE_URL: 'http://127.0.0.1:4000' })).toMatchObject({
      environment: 'demo',
      simulator: null,
    });
  });

  test('takes its callbacks, too, and nobody else’s', () => {
    const double = { ...shop, VIPPS_BASE_URL: 'http://127.0.0.1:4000' };
    expect(config({ ...double, CALLBACK_URL: 'http://127.0.0.1:3000/x' })).toMatchObject({
      callbackUrl: 'http://127.0.0.1:3000/x',
    });
    expect(problems({ ...double, CALLBACK_URL: 'http://shop.example/' })).toHaveLength(1);
  });
});

describe('in the demo', () => {
  test('HOST opens the phone page to the network as well as the screens', () => {
    expect(config({ HOST: '0.0.0.0', SIMULATOR_PORT: '4001' })).toMatchObject({
      host: '0.0.0.0',
      simulator: { host: '0.0.0.0', port: 4001 },
      baseUrl: new URL('http://127.0.0.1:4001'),
    });
  });
});

test('everything that is wrong is said at once', () => {
  expect(problems({ PORT: 'x', CAPTURE: 'x', TILLS_FILE: 'x' })).toHaveLength(3);
});
