// What an authority of the shop's own signs, as OpenSSL judges it in a handshake.
import { createPublicKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { checkServerIdentity, connect, createServer } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority, maySignFor, signForServer } from './authority.ts';

const now = Date.now();
const dayMs = 24 * 3_600_000;
const authority = makeAuthority('till-2', now);

/** @returns what a client finds wrong that trusts `root` alone and asks for `host`; null is nothing. */
async function verdict(host: string, signed: readonly string[] = [host], by = authority, root = by.root) {
  const pair = signForServer(by, signed, now);
  const server = createServer({ cert: pair.cert, key: pair.key }, (socket) => void socket.end());
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const socket = connect({
    port,
    host: '127.0.0.1',
    ca: root.toString(),
    checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
  });
  onTestFinished(() => void socket.destroy());
  return new Promise<string | null>((resolve) => {
    socket.once('secureConnect', () => resolve(null));
    socket.once('error', (error) => resolve(error.message));
  });
}

const own = [
  '192.168.1.7',
  '10.1.2.3',
  '172.16.0.1',
  'fd00::2:3',
  '127.0.0.1',
  '::1',
  'localhost',
  'till-2.local',
];

test.each([...own, 'till-2'])('who trusts the authority trusts the server as %s', async (host) => {
  expect(maySignFor(authority, host)).toBe(true);
  expect(await verdict(host, [...own, 'till-2'])).toBeNull();
});

describe('[P8] who trusts the authority trusts nothing else, whatever somebody signs with its key', () => {
  test.each(['bank.example', 'com', 'local.example', '8.8.8.8', '172.32.0.1', '2001:db8::1', 'till-1'])(
    '%s',
    async (host) => {
      expect(maySignFor(authority, host)).toBe(false);
      expect(await verdict(host)).toBe('permitted subtree violation');
      expect(await verdict('localhost', ['localhost', host])).toBe('permitted subtree violation');
    },
  );

  test('a machine that is called as a domain of the Internet is', async () => {
    for (const name of ['shop', 'xn--fiqs8s']) {
      const other = makeAuthority(name, now);
      expect([maySignFor(other, name), maySignFor(other, `${name}.local`)]).toEqual([false, true]);
      expect(await verdict(name, [name], other)).toBe('permitted subtree violation');
    }
  });

  test('a server of another shop', async () => {
    const other = makeAuthority('till-2', now);
    expect(await verdict('localhost', ['localhost'], other, authority.root)).toMatch(
      /unable|self-signed|signature/,
    );
  });
});

test('[P8] the key that is kept is not that of what is trusted, which is limited as what it signs is', () => {
  const { root, issuer, key } = authority;
  const kept = createPublicKey(key).export({ type: 'spki', format: 'der' });
  expect(issuer.publicKey.export({ type: 'spki', format: 'der' })).toEqual(kept);
  expect(root.publicKey.export({ type: 'spki', format: 'der' })).not.toEqual(kept);
  const limits = (certificate: X509Certificate) => {
    const at = certificate.raw.indexOf(Buffer.from('0603551d1e0101ff', 'hex'));
    return at < 0 ? null : certificate.raw.subarray(at, at + 130);
  };
  expect(limits(root)).not.toBeNull();
  expect(limits(root)).toEqual(limits(issuer));
});

test('an authority is good for ten years, and what it signs for 90 days, never longer than itself', () => {
  const days = ({ validFromDate, validToDate }: X509Certificate) => (+validToDate - +validFromDate) / dayMs;
  expect([days(authority.root), days(authority.issuer)]).toEqual([3_651, 3_651]);
  const signed = (atMs: number) => new X509Certificate(signForServer(authority, ['localhost'], atMs).cert);
  expect(days(signed(now))).toBe(91);
  const late = signed(now + 3_640 * dayMs);
  expect(late.validTo).toBe(authority.issuer.validTo);
  expect(authority.root.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
});

test('one that goes beyond 2049 is read as it was meant', () => {
  const { root } = makeAuthority(null, Date.parse('2045-06-01T12:00:00Z'));
  expect([root.validFromDate.toISOString(), root.validToDate.toISOString()]).toEqual([
    '2045-05-31T12:00:00.000Z',
    '2055-05-30T12:00:00.000Z',
  ]);
});
