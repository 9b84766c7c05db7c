import { expect, test } from 'vitest';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { lastSeenText } from './last-seen.ts';

const nowMs = Date.parse('2026-05-04T10:00:00Z');
const secondsAgo = (seconds: number) => new Date(nowMs - seconds * 1000).toISOString();

test.each([
  [0, 'now'],
  [29, 'now'],
  [30, '1 min ago'],
  [119, '1 min ago'],
  [120, '2 min ago'],
  [3_599, '59 min ago'],
  [3_600, '1 h ago'],
  [86_399, '23 h ago'],
  [86_400, 'yesterday'],
  [172_800, '2 days ago'],
  // Its clock and ours are read at different moments.
  [-3, 'now'],
])('seen %i seconds ago: %s', (seconds, text) => {
  expect(lastSeenText(secondsAgo(seconds), nowMs, en.displays.seen)).toBe(text);
});

test('a display that has not been seen yet', () => {
  expect(lastSeenText(null, nowMs, en.displays.seen)).toBe('never');
});
