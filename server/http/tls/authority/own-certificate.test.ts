// A server with an authority of its own: what it shows when time goes by and its addresses change, on a clock that the test moves.
import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:tls';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openOwnCertificate } from './own-certificate.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
const start = Date.parse('2027-03-02T09:00:00Z');

type Given = { addresses?: string[]; publicHost?: string | null };

async function aServer({ addresses = ['192.168.1.7'], publicHost = null }: Given = {}) {
  const clock = manualClock(start);
  const lines: { level: number; msg: string; why?: string }[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const own = openOwnCertificate(
    { file: null, machine: 'till-2', publicHost, addresses: () => addresses },
    start,
  );
  const server = createServer();
  const shown: X509Certificate[] = [new X509Certificate(own.pair.cert)];
  const setSecureContext = server.setSecureContext.bind(server);
  server.setSecureContext = (options) => {
    shown.push(new X509Certificate(String(options.cert)));
    setSecureContext(options);
  };
  const gauges: (() => number)[] = [];
  const metrics = { watchCertificate: (read: () => number) => void gauges.push(read) };
  const kept = own.keep({ server, clock, metrics, log });
  onTestFinished(() => kept.stop());
  await clock.settle();
  return { clock, lines, shown, own, addresses, left: () => gauges[0]?.() };
}

const hostsOf = (certificate: X509Certificate | undefined) =>
  (certificate?.subjectAltName ?? '').split(', ').map((one) => one.replace(/^(DNS|IP Address):/, ''));

test('it is for this machine by all its names and addresses, and for PUBLIC_URL', async () => {
  const { shown, own } = await aServer({ addresses: ['192.168.1.7', 'fd00::2'], publicHost: '192.168.9.9' });
  expect(hostsOf(shown[0])).toEqual([
    'localhost',
    '127.0.0.1',
    '0:0:0:0:0:0:0:1',
    'till-2',
    'till-2.local',
    '192.168.9.9',
    '192.168.1.7',
    'FD00:0:0:0:0:0:0:2',
  ]);
  expect(own.names).toEqual(['till-2', 'till-2.local']);
  expect(own.notices).toEqual([]);
});

test('[P8] an address of the Internet is not in it, and whoever starts the server is told', async () => {
  const { shown, own } = await aServer({ addresses: ['203.0.113.5', '192.168.1.7'] });
  expect(hostsOf(shown[0])).not.toContain('203.0.113.5');
  expect(hostsOf(shown[0])).toContain('192.168.1.7');
  expect(own.notices).toEqual([
    expect.stringMatching(/^The address 203\.0\.113\.5 of this machine is one of the Int/),
  ]);
});

test('a new address is in the one that is shown a minute later; one that went away brings no new one', async () => {
  const { clock, shown, addresses } = await aServer();
  addresses.splice(0, 1);
  await clock.advance(10 * minuteMs);
  expect(shown).toHaveLength(1);
  addresses.push('192.168.1.8');
  await clock.advance(minuteMs);
  expect(shown).toHaveLength(2);
  expect(hostsOf(shown[1])).toContain('192.168.1.8');
  expect(hostsOf(shown[1])).not.toContain('192.168.1.7');
  await clock.advance(10 * minuteMs);
  expect(shown).toHaveLength(2);
});

test('it is renewed each month, two months before it ends, without a restart, and the metric follows', async () => {
  const { clock, shown, lines, left } = await aServer();
  expect(left()).toBe((90 * dayMs) / 1000);
  clock.jumpWallClock(30 * dayMs - 2 * minuteMs);
  await clock.advance(minuteMs);
  expect(shown).toHaveLength(1);
  await clock.advance(minuteMs);
  expect(shown).toHaveLength(2);
  expect(left()).toBe((90 * dayMs) / 1000);
  expect(shown[1]?.publicKey.equals(shown[0]?.publicKey ?? shown[1].publicKey)).toBe(false);
  expect(lines.map(({ level }) => level)).toEqual([30]);
});

test('a clock that was wrong at the start brings another one once it is right', async () => {
  const { clock, shown } = await aServer();
  clock.jumpWallClock(-dayMs / 2);
  await clock.advance(minuteMs);
  expect(shown).toHaveLength(2);
});

test('before the authority ends, a line a day says so; what it signs ends with it, and then one line says that', async () => {
  const { clock, shown, lines } = await aServer();
  clock.jumpWallClock(3_650 * dayMs - 10 * dayMs);
  await clock.advance(2 * dayMs);
  expect(shown).toHaveLength(2);
  expect(lines.filter(({ level }) => level === 40)).toHaveLength(2);
  clock.jumpWallClock(9 * dayMs);
  await clock.advance(10 * minuteMs);
  expect(lines.filter(({ level }) => level === 50).map(({ why }) => why)).toEqual([
    expect.stringMatching(/expired on 2037-02-27/),
  ]);
});
