import { describe, expect, test } from 'vitest';
import { createRandom } from '../chaos/plan/random.ts';
import { attacks } from './attacks/all.ts';
import type { Attack, Bounds } from './attacks/attack.ts';
import { besiege, scaled } from './besiege.ts';

const target = { url: '', asset: '', tablet: '', tabletTill: '', staff: '', staffName: '' };
const soon = () => AbortSignal.timeout(2_000);
const siege = () => ({ target, random: createRandom(1), signal: soon(), share: 1 });
const quick: Bounds = { connections: 5, perSecond: 1_000, total: 20 };

test('an attack sends no more than its total, never more at once than its connections, and from many addresses', async () => {
  const from = new Set<string>();
  let [open, most] = [0, 0];
  const strike: Attack['strike'] = async (one) => {
    from.add(one.from);
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 10));
    open -= 1;
    return { how: 'answered 429', isRefused: one.random.chance(0.5) };
  };
  const tally = await besiege({ name: 'any', bounds: quick, strike }, siege());
  expect(tally).toMatchObject({ name: 'any', sent: 20, how: { 'answered 429': 20 } });
  expect(tally.refused).toBeGreaterThan(0);
  expect(most).toBe(5);
  expect(from.size).toBeGreaterThan(5);
  expect([...from].filter((address) => address === '127.0.0.1')).toEqual([]);
});

test('an attack keeps its pace', async () => {
  const beganMs = performance.now();
  const strike = async () => ({ how: 'answered 200', isRefused: false });
  await besiege({ name: 'any', bounds: { connections: 9, perSecond: 100, total: 6 }, strike }, siege());
  expect(performance.now() - beganMs).toBeGreaterThan(45);
});

test('connections that the server never ends are over with the siege', async () => {
  const over = new AbortController();
  const strike: Attack['strike'] = ({ signal }) =>
    new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve({ how: 'open', isRefused: false })),
    );
  const besieged = besiege({ name: 'any', bounds: quick, strike }, { ...siege(), signal: over.signal });
  setTimeout(() => over.abort(), 20);
  expect(await besieged).toMatchObject({ sent: 5, how: { open: 5 } });
});

describe('a part of an attack', () => {
  test('is a part of each of its bounds, and at least one', () => {
    expect(scaled({ connections: 20, perSecond: 2, total: 1_200 }, 0.01)).toEqual({
      connections: 1,
      perSecond: 0.02,
      total: 12,
    });
  });

  test.each(attacks.map(({ name, bounds }) => [name, bounds] as const))(
    '%s is bounded for ten minutes',
    (_, bounds) => {
      expect(bounds.total).toBeLessThanOrEqual(bounds.perSecond * 600);
    },
  );
});
