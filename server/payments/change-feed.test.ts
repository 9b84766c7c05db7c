import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { createNews, type News } from './change-feed.ts';

/** Whether a held request has been let go. */
function hold(news: News, till: string, seen: number) {
  const held = { over: false, hangUp: () => {} };
  held.hangUp = news.after(till, seen, 1_000, () => {
    held.over = true;
  });
  return held;
}
const isOver = ({ over }: { over: boolean }) => over;

describe('news of a till', () => {
  it('wakes all who wait for it, and nobody at another till', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const here = [1, 2].map(() => hold(news, '1', news.last('1')));
    const there = hold(news, '2', news.last('2'));
    news.tell('1');
    await clock.settle();
    expect(here.map(isOver)).toEqual([true, true]);
    expect(there.over).toBe(false);
    expect(news.held()).toBe(1);
  });

  it('is not missed when it comes between reading and waiting', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const before = news.last('1');
    news.tell('1');
    const held = hold(news, '1', before);
    await clock.settle();
    expect(held.over).toBe(true);
  });

  it('is waited for no longer than asked, and not after hanging up or closing', async () => {
    const clock = manualClock();
    const news = createNews(clock);
    const timed = hold(news, '1', 0);
    await clock.advance(999);
    expect(timed.over).toBe(false);
    await clock.advance(1);
    expect(timed.over).toBe(true);
    const gone = hold(news, '1', 0);
    const open = hold(news, '1', 0);
    gone.hangUp();
    await clock.settle();
    expect([gone.over, open.over, news.held()]).toEqual([false, false, 1]);
    news.close();
    const late = hold(news, '1', 0);
    await clock.settle();
    expect([open.over, late.over, news.held(), news.closed()]).toEqual([true, true, 0, true]);
  });
});
