import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { aStore } from '../../testing/store.ts';
import { createWrites, waitMs } from './sent-calls.ts';

const sent = (...times: number[]) => times.map((atMs) => ({ intent: null, isAnswered: false, atMs }));

test.each([
  ['nothing was sent', [], 0],
  ['four were', [0, 1, 2, 3], 0],
  ['five were, long ago', [0, 1, 2, 3, 4], 0],
  ['five were, and the first is almost a minute old', [41_000, 50_000, 60_000, 70_000, 80_000], 1_500],
  ['six were, which only another program can have done', [1, 90_000, 91_000, 92_000, 93_000, 94_000], 50_500],
  ['they were sent in what is the future by now', [200_000, 200_000, 200_000, 200_000, 200_000], 60_500],
])('[P5] the next call of a kind waits where %s', (_, times, expected) => {
  expect(waitMs(sent(...times), 100_000)).toBe(expected);
});

test('[P5] [P10] five a minute of each kind of each order, whichever server sends them', async () => {
  const [store, clock] = [await aStore(), manualClock()];
  const [one, other] = [createWrites({ store, clock }), createWrites({ store, clock })];
  for (const write of [one, other, one, other, one]) {
    await write('till-1-a', 'cancel');
    await clock.advance(1_000);
  }
  const tooMany = { name: 'VippsUnavailable', outcome: 'not_done', retryAfterMs: 55_500 };
  await expect(other('till-1-a', 'cancel')).rejects.toMatchObject(tooMany);
  await other('till-1-a', 'refund');
  await other('till-1-b', 'cancel');
  await clock.advance(55_500);
  await other('till-1-a', 'cancel');
  await expect(one('till-1-a', 'cancel')).rejects.toMatchObject({ retryAfterMs: 1_000 });
});
