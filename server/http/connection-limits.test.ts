import pino from 'pino';
import { expect, test } from 'vitest';
import { connectionLimits, type WantedLimits } from './connection-limits.ts';

const wanted: WantedLimits = {
  wanted: () => ({ most: 1_012, mostPerAddress: 112 }),
  trustedProxies: [],
  openFiles: 20_000,
};

/** The limits, and what the log says of them. */
function limitsOf(changes: Partial<WantedLimits>) {
  const lines: object[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  return { limits: connectionLimits({ ...wanted, ...changes }, log), lines };
}

test('what is configured counts where the system allows it, and nothing is said', () => {
  const { limits, lines } = limitsOf({});
  expect(limits).toMatchObject({ most: 1_012, mostPerAddress: 112 });
  expect(lines).toEqual([]);
});

test('more are let in as soon as more are wanted', () => {
  let tills = 1;
  const { limits } = limitsOf({ wanted: () => ({ most: 100 * tills, mostPerAddress: 10 * tills }) });
  expect([limits.most, limits.mostPerAddress]).toEqual([100, 10]);
  tills = 2;
  expect([limits.most, limits.mostPerAddress]).toEqual([200, 20]);
});

test('a process that may open few files lets in fewer, and says so', () => {
  const { limits, lines } = limitsOf({ openFiles: 200 });
  expect(limits).toMatchObject({ most: 100, mostPerAddress: 100 });
  expect(lines).toMatchObject([{ level: 40, openFiles: 200, wanted: 1_012, connections: 100 }]);
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.2.3', true],
  ['fd00::7', true],
  ['11.1.2.3', false],
  ['2001:db8::1', false],
  ['', false],
])('that %j is a trusted proxy is %s', (address, isExempt) => {
  const { limits } = limitsOf({ trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'] });
  expect(limits.isExempt(address)).toBe(isExempt);
});
