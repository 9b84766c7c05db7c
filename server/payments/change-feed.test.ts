import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';

/** Whether a held request has been let go. */
function hold(changeFeed: ChangeFeed, till: string, seen: number) {
  const held = { over: false, hangUp: () => {} };
  held.hangUp = changeFeed.after(till, seen, 1_000, () => {
    held.over = true;
  });
  return held;
}
const isOver = ({ over }: { over: boolean }) => over;

describe('news of a till', () => {
  it('wakes all who wait for it, and nobody at another till', async () => {
    const clock = manualClock();
    const changeFeed = createChangeFeed(clock);
    const here = [1, 2].map(() => hold(changeFeed, '1', changeFeed.last('1')));
    const there = hold(changeFeed, '2', changeFeed.last('2'));
    changeFeed.tell('1');
    await clock.settle();
    expect(here.map(isOver)).toEqual([true, true]);
    expect(there.over).toBe(false);
    expect(changeFeed.held()).toBe(1);
  });

  it('is not missed when it comes between reading and waiting', async () => {
    const clock = manualClock();
    const changeFeed = createChangeFeed(clock);
    const before = changeFeed.last('1');
    changeFeed.tell('1');
    const held = hold(changeFeed, '1', before);
    await clock.settle();
    expect(held.over).toBe(true);
  });

  it('is waited for no longer than asked, and not after hanging up or closing', async () => {
    const clock = manualClock();
    const changeFeed = createChangeFeed(clock);
    const timed = hold(changeFeed, '1', 0);
    await clock.advance(999);
    expect(timed.over).toBe(false);
    await clock.advance(1);
    expect(timed.over).toBe(true);
    const gone = hold(changeFeed, '1', 0);
    const open = hold(changeFeed, '1', 0);
    gone.hangUp();
    await clock.settle();
    expect([gone.over, open.over, changeFeed.held()]).toEqual([false, false, 1]);
    changeFeed.close();
    const late = hold(changeFeed, '1', 0);
    await clock.settle();
    expect([open.over, late.over, changeFeed.held(), changeFeed.closed()]).toEqual([true, true, 0, true]);
  });
});
