import { describe, expect, test } from 'vitest';
import { config, problems, shop } from '../testing/config.ts';
import type { Env } from './env-reader.ts';

const production: Env = { ...shop, VIPPS_ENVIRONMENT: 'production' };
const refused = (host: string) =>
  `HOST is "${host}" in production without an https PUBLIC_URL: others on the network could read the PINs of staff. Set TLS=auto, or TLS_CERT and TLS_KEY, or put a proxy with https in front and set PUBLIC_URL, or set ALLOW_PLAIN_HTTP=yes to start all the same.`;

describe('[P8] real money over plain http', () => {
  test.each(['0.0.0.0', '::', '192.168.1.2', 'fd00::2'])('does not start on %s', (HOST) => {
    expect(problems({ ...production, HOST })).toEqual([refused(HOST)]);
  });

  test('does not start because PUBLIC_URL is one of plain http, on this machine', () => {
    const env = { ...production, HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' };
    expect(problems(env)).toEqual([refused('0.0.0.0')]);
  });

  test('starts where somebody has said so, and is known to be that', () => {
    const env = { ...production, HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: 'yes' };
    expect(config(env).plainHttp).toBe(true);
  });

  test.each(['true', '1', 'YES'])('is allowed by no other word: %s', (word) => {
    const env = { ...production, HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: word };
    expect(problems(env)).toEqual([
      `ALLOW_PLAIN_HTTP is "${word}"; it accepts no or yes.`,
      refused('0.0.0.0'),
    ]);
  });
});

test.each<[why: string, Env]>([
  ['only this machine reaches it', production],
  [
    'only this machine reaches it, by its other name',
    { ...production, HOST: '::1', ALLOW_PLAIN_HTTP: 'yes' },
  ],
  ['a proxy elsewhere serves https', { ...production, HOST: '0.0.0.0', PUBLIC_URL: 'https://till.example' }],
  [
    'the server itself speaks https',
    { ...production, HOST: '0.0.0.0', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' },
  ],
  ['no real money moves', { ...shop, HOST: '0.0.0.0' }],
  ['it is the demo', { HOST: '0.0.0.0' }],
])('a start is no matter of plain http where %s', (_, env) => {
  expect(config(env).plainHttp).toBe(false);
});
