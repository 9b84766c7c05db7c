import { expect, test } from 'vitest';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { healthOf, healthText, needsThisScreen } from './health.ts';

const atMs = Date.parse('2026-05-04T10:00:00Z');
const seenMsAgo = (...ago: number[]) => ago.map((ms) => ({ lastSeenAt: new Date(atMs - ms).toISOString() }));

test.each([
  [0, 'Customer screen: seen 1 s ago'],
  [1_499, 'Customer screen: seen 1 s ago'],
  [1_500, 'Customer screen: seen 2 s ago'],
  [5_000, 'Customer screen: seen 5 s ago'],
  [5_001, 'Customer screen: not connected'],
  [3_600_000, 'Customer screen: not connected'],
  // Its clock and ours are read at different moments.
  [-900, 'Customer screen: seen 1 s ago'],
])('a display that polled %i ms ago: %s', (agoMs, text) => {
  const health = healthOf(seenMsAgo(agoMs), atMs);
  expect(healthText(health, en.counter.screen)).toBe(text);
  expect(needsThisScreen(health)).toBe(agoMs > 5_000);
});

test('of several displays, the one that polled last counts', () => {
  expect(healthOf(seenMsAgo(60_000, 2_000, 9_000), atMs)).toEqual({ kind: 'seen', seconds: 2 });
});

test('without a display, or with one that has never polled, the QR is needed on the cashier’s screen', () => {
  const never = healthOf([{ lastSeenAt: null }], atMs);
  expect(never).toEqual({ kind: 'away' });
  const none = healthOf([], atMs);
  expect(healthText(none, en.counter.screen)).toBe('Customer screen: none is paired');
  expect([never, none].every(needsThisScreen)).toBe(true);
});

test('[P6] without an answer of the server nothing is said of the displays', () => {
  expect(healthText({ kind: 'unknown' }, en.counter.screen)).toBeNull();
  expect(needsThisScreen({ kind: 'unknown' })).toBe(false);
});
