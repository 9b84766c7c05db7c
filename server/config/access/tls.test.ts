import { describe, expect, test } from 'vitest';
import { config, problems, shop } from '../../testing/config.ts';
import type { Env } from '../env-reader.ts';

const both = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };

test('without a certificate the server speaks plain http', () => {
  expect(config(shop)).toMatchObject({ tls: null, isHttps: false, isBehindProxy: false });
});

test('[P8] with both files it speaks https, and browsers come to it without a proxy', () => {
  const tls = { certFile: 'cert.pem', keyFile: 'key.pem' };
  expect(config({ ...shop, ...both })).toMatchObject({ tls, isHttps: true, isBehindProxy: false });
  const named = { ...shop, ...both, PUBLIC_URL: 'https://till.shop.example' };
  expect(config(named)).toMatchObject({ tls, isHttps: true, isBehindProxy: false });
});

test('a proxy with an https address is https, too', () => {
  const env = { ...shop, PUBLIC_URL: 'https://till.shop.example' };
  expect(config(env)).toMatchObject({ tls: null, isHttps: true, isBehindProxy: true });
});

test.each([
  ['TLS_CERT', 'TLS_KEY is not set; it accepts the PEM file with the key to TLS_CERT.'],
  ['TLS_KEY', 'TLS_CERT is not set; it accepts the PEM file with the certificate to TLS_KEY.'],
])('[P8] %s alone is refused', (name, sentence) => {
  expect(problems({ ...shop, [name]: 'a.pem' })).toEqual([sentence]);
});

test('an address of plain http is refused beside a certificate', () => {
  expect(problems({ ...shop, ...both, PUBLIC_URL: 'http://localhost:3000' })).toEqual([
    'PUBLIC_URL is "http://localhost:3000"; it accepts an https address, now that TLS_CERT is set.',
  ]);
});

describe('TLS=auto', () => {
  const auto = { ...shop, TLS: 'auto' };

  test('[P8] is https by an authority of the shop’s own, also for real money and beyond loopback', () => {
    const env = { ...auto, VIPPS_ENVIRONMENT: 'production', HOST: '0.0.0.0' };
    expect(config(env)).toMatchObject({ tls: 'auto', isHttps: true, isBehindProxy: false, plainHttp: false });
  });

  test.each(['https://192.168.1.7:3000', 'https://till.local:3000', 'https://[fd00::2]'])(
    'may have an address of the shop’s network: %s',
    (PUBLIC_URL) => {
      expect(config({ ...auto, PUBLIC_URL })).toMatchObject({ tls: 'auto', isBehindProxy: false });
    },
  );

  test.each<[string, Env, string]>([
    ['another word', { TLS: 'yes' }, 'TLS is "yes"; it accepts auto.'],
    ['a certificate', { TLS_CERT: 'a.pem' }, 'TLS is "auto", and TLS_CERT is set: choose one of the two.'],
    ['a key', { TLS_KEY: 'a.pem' }, 'TLS is "auto", and TLS_KEY is set: choose one of the two.'],
    [
      'a proxy',
      { TRUSTED_PROXIES: '127.0.0.1' },
      'TLS is "auto", and TRUSTED_PROXIES is set: a proxy in front has a certificate of its own. Leave out one of the two.',
    ],
    [
      'a name of the Internet',
      { PUBLIC_URL: 'https://till.shop.example' },
      'PUBLIC_URL is "https://till.shop.example"; it accepts an address of the shop\'s own network or a name that ends in .local, as TLS is auto; another name needs TLS_CERT and TLS_KEY, or a proxy.',
    ],
    [
      'plain http',
      { PUBLIC_URL: 'http://localhost:3000' },
      'PUBLIC_URL is "http://localhost:3000"; it accepts an https address, now that TLS is auto.',
    ],
  ])('[P8] is refused with %s', (_, env, sentence) => {
    expect(problems({ ...auto, ...env })).toEqual([sentence]);
  });
});
