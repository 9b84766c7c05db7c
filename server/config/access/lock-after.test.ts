import { expect, test } from 'vitest';
import { config, problems, shop } from '../../testing/config.ts';

const minuteMs = 60_000;

test('a shop locks after 30 minutes where nothing is said of it, and the demo never', () => {
  expect(config(shop).lockAfterMs).toBe(30 * minuteMs);
  expect(config({ ...shop, VIPPS_ENVIRONMENT: 'production' }).lockAfterMs).toBe(30 * minuteMs);
  expect(config({}).lockAfterMs).toBeNull();
});

test('LOCK_AFTER is in minutes, and 0 is never', () => {
  expect(config({ ...shop, LOCK_AFTER: '5' }).lockAfterMs).toBe(5 * minuteMs);
  expect(config({ LOCK_AFTER: '720' }).lockAfterMs).toBe(720 * minuteMs);
  for (const never of ['0', '000']) expect(config({ ...shop, LOCK_AFTER: never }).lockAfterMs).toBeNull();
});

test.each(['721', '-1', '1.5', '5m', 'never'])('LOCK_AFTER is not %s', (value) => {
  expect(problems({ LOCK_AFTER: value })).toEqual([
    `LOCK_AFTER is "${value}"; it accepts minutes, at most 720; 0 is never.`,
  ]);
});
