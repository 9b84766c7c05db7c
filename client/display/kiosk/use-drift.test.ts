import { expect, test } from 'vitest';
import { driftAt } from './use-drift.ts';

test('an idle screen begins in the middle and moves every minute, by at most six pixels and never far at once', () => {
  expect(driftAt(0)).toEqual({ x: 0, y: 0 });
  for (let minute = 0; minute < 100; minute += 1) {
    const [now, next] = [driftAt(minute), driftAt(minute + 1)];
    expect(now).not.toEqual(next);
    expect(Math.max(Math.abs(now.x), Math.abs(now.y))).toBeLessThanOrEqual(6);
    expect(Math.hypot(next.x - now.x, next.y - now.y)).toBeLessThanOrEqual(7);
  }
});
