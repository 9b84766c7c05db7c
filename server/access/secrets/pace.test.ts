import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { createPace } from './pace.ts';

test('[P8] so many may come at once, then one at a time, and nobody waits for another', async () => {
  const clock = manualClock();
  const pace = createPace(clock);
  const take = (subject: string) => {
    const slowed = pace(subject, { everyMs: 1_000, burstMs: 3_000 });
    if (slowed !== null) throw slowed;
  };
  for (let i = 0; i < 3; i += 1) take('a');
  expect(() => take('a')).toThrow(expect.objectContaining({ code: 'rate_limited', waitMs: 1_000 }));
  take('b');
  await clock.advance(999);
  expect(() => take('a')).toThrow(expect.objectContaining({ waitMs: 1 }));
  await clock.advance(1);
  take('a');
  expect(() => take('a')).toThrow();
  await clock.advance(3_000);
  for (let i = 0; i < 3; i += 1) take('a');
  expect(() => take('a')).toThrow();
});
