// How Vipps is reached, as it is set: the proxy, and the file with authorities.
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextFile } from '../../core/text-file.ts';
import { aCertificate } from '../../testing/certificate.ts';
import { aFolderWith, waysToSave } from '../../testing/files/written-files.ts';
import { EnvReader } from '../env-reader.ts';
import { secretsOf } from '../log.ts';
import { readNetwork } from './outgoing.ts';

function reading(env: Record<string, string>, environment: 'demo' | 'test' = 'test') {
  const read = new EnvReader(env);
  const { proxy, authorities } = readNetwork(read, environment, readTextFile);
  return { proxy: proxy && `${proxy.url.href} but ${proxy.except}`, authorities, problems: read.problems };
}

describe('a proxy', () => {
  test.each<[Record<string, string>, string | null]>([
    [{}, null],
    [{ NO_PROXY: 'x' }, null],
    [{ HTTPS_PROXY: 'http://proxy.example:8080' }, 'http://proxy.example:8080/ but '],
    [{ HTTPS_PROXY: 'proxy.example:8080', NO_PROXY: 'a,b' }, 'http://proxy.example:8080/ but a,b'],
    [{ HTTPS_PROXY: 'https://u:p@proxy.example/' }, 'https://u:p@proxy.example/ but '],
    [{ HTTP_PROXY: 'http://a.example' }, 'http://a.example/ but '],
    [{ HTTP_PROXY: 'http://a.example', HTTPS_PROXY: 'http://b.example' }, 'http://b.example/ but '],
    [{ HTTPS_PROXY: 'http://a.example', https_proxy: 'http://b.example' }, 'http://b.example/ but '],
  ])('of %j is %s', (env, proxy) => {
    expect(reading(env)).toEqual({ proxy, authorities: null, problems: [] });
  });

  test.each(['socks5://canary@x', 'http://u:canary@x/path', 'canary canary', 'http://'])(
    '[P7] is not %s, which is not repeated',
    (value) => {
      const { proxy, problems } = reading({ HTTPS_PROXY: value });
      expect({ proxy, count: problems.length }).toEqual({ proxy: null, count: 1 });
      expect(problems.join()).toMatch(
        /^HTTPS_PROXY is ".*"; it accepts the address of a proxy, such as http/,
      );
      expect(problems.join()).not.toContain('canary');
    },
  );

  test.each(['http://proxy.example', 'socks5h://127.0.0.1'])('is nothing to the demo: %s', (value) => {
    expect(reading({ HTTPS_PROXY: value }, 'demo')).toEqual({ proxy: null, authorities: null, problems: [] });
  });

  test('[P7] has a password that is taken out of the log', () => {
    const proxy = { url: new URL('http://u:can%40ary@proxy.example') };
    expect(secretsOf({ environment: 'test', shops: [], network: { proxy } })).toEqual([
      'can%40ary',
      'can@ary',
    ]);
  });
});

describe('TLS_CA', () => {
  const [one, other] = [aCertificate('itself').cert, aCertificate('itself').cert];

  test.each(waysToSave)('is a file of certificates, however it was saved: %s', (_, save) => {
    const lines = `Subject: the proxy\n${one}${other}`.split('\n');
    const file = join(aFolderWith({ ca: save(lines) }), 'ca');
    const { authorities, problems } = reading({ TLS_CA: file });
    expect(problems).toEqual([]);
    const found = authorities
      ?.split(/(?<=END CERTIFICATE-----)\n/)
      .map((pem) => new X509Certificate(pem).raw);
    expect(found).toEqual([one, other].map((pem) => new X509Certificate(pem).raw));
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /^TLS_CA is ".*ca"; it accepts a PEM file/],
    [
      'a key',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      /^TLS_CA is ".*ca"; it accepts a PEM/,
    ],
    [
      'a certificate that is damaged',
      one.replace(/\n..../, '\nAAAA'),
      /^TLS_CA is ".*ca"; it accepts a PEM file/,
    ],
    ['in its binary form', new X509Certificate(one).raw, /^TLS_CA: .*ca holds .* \(in Windows: Base-64/],
  ])('is not %s', (_, content, sentence) => {
    const { authorities, problems } = reading({ TLS_CA: join(aFolderWith({ ca: content }), 'ca') });
    expect(authorities).toBeNull();
    expect(problems).toEqual([expect.stringMatching(sentence)]);
  });

  test('is not a file that is not there', () => {
    expect(reading({ TLS_CA: '/nowhere/ca.pem' }).problems).toEqual([
      expect.stringMatching(/^TLS_CA: \/nowhere\/ca\.pem cannot be read \(ENOENT\)\./),
    ]);
  });
});
