import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { createNews } from './news.ts';

const never = new AbortController().signal;

/** Whether a held request has been let go. */
function hold(wait: Promise<void>) {
  const held = { over: false };
  wait.then(() => {
    held.over = true;
  });
  return held;
}

describe('news of a till', () => {
  it('wakes all who wait for it, and nobody at another till', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const here = [1, 2].map(() => hold(news.after('1', news.last('1'), 1_000, never)));
    const there = hold(news.after('2', news.last('2'), 1_000, never));
    news.tell('1');
    await clock.settle();
    expect(here).toEqual([{ over: true }, { over: true }]);
    expect(there.over).toBe(false);
    expect(news.held()).toBe(1);
  });

  it('is not missed when it comes between reading and waiting', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const before = news.last('1');
    news.tell('1');
    const held = hold(news.after('1', before, 1_000, never));
    await clock.settle();
    expect(held.over).toBe(true);
  });

  it('is waited for no longer than asked, and not after hanging up or closing', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const timed = hold(news.after('1', 0, 1_000, never));
    await clock.advance(999);
    expect(timed.over).toBe(false);
    await clock.advance(1);
    expect(timed.over).toBe(true);
    const hangUp = new AbortController();
    const gone = hold(news.after('1', 0, 1_000, hangUp.signal));
    const open = hold(news.after('1', 0, 1_000, never));
    hangUp.abort();
    await clock.settle();
    expect([gone.over, open.over, news.held()]).toEqual([true, false, 1]);
    news.close();
    const late = hold(news.after('1', 0, 1_000, never));
    await clock.settle();
    expect([open.over, late.over, news.held(), news.closed()]).toEqual([true, true, 0, true]);
  });
});
