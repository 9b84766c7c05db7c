import { expect, test } from 'vitest';
import { config, problems, shop } from '../../testing/config.ts';

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
