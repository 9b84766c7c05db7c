import { expect, test } from 'vitest';
import { createServerClock, formatSeconds, msToNextSecond, secondsLeft } from './countdown.ts';

const at = (iso: string) => Date.parse(iso);

function clockAt(wallIso: string) {
  const time = { monotonicMs: 5000, wallMs: at(wallIso) };
  const clock = createServerClock(
    () => time.monotonicMs,
    () => time.wallMs,
  );
  const pass = (ms: number) => {
    time.monotonicMs += ms;
    time.wallMs += ms;
  };
  return { time, clock, pass };
}

test('a tablet whose clock is an hour wrong shows the time that is really left', () => {
  const { clock, pass } = clockAt('2026-05-04T11:00:00Z');
  clock.observe('Mon, 04 May 2026 10:00:00 GMT');
  pass(10_000);
  expect(secondsLeft(at('2026-05-04T10:10:00Z') - clock.nowMs())).toBe(590);
});

test('the countdown does not jump with the whole seconds of the Date header', () => {
  const { clock, pass } = clockAt('2026-05-04T10:00:00.000Z');
  clock.observe('Mon, 04 May 2026 10:00:00 GMT');
  const before = clock.nowMs();
  for (let poll = 1; poll <= 30; poll += 1) {
    pass(1033);
    clock.observe(new Date(at('2026-05-04T10:00:00Z') + poll * 1033).toUTCString());
    expect(clock.nowMs() - before).toBe(poll * 1033);
  }
});

test('a wall clock that is set while we count changes nothing', () => {
  const { time, clock } = clockAt('2026-05-04T10:00:00Z');
  const before = clock.nowMs();
  time.wallMs += 3_600_000;
  time.monotonicMs += 1000;
  expect(clock.nowMs() - before).toBe(1000);
});

test('after a sleep in which the monotonic clock stood still, the server puts it right', () => {
  const { clock } = clockAt('2026-05-04T10:00:00Z');
  clock.observe('Mon, 04 May 2026 10:05:00 GMT');
  expect(clock.nowMs()).toBe(at('2026-05-04T10:05:00.500Z'));
});

test('an answer without a readable Date changes nothing', () => {
  const { clock } = clockAt('2026-05-04T10:00:00Z');
  clock.observe(null);
  clock.observe('soon');
  expect(clock.nowMs()).toBe(at('2026-05-04T10:00:00Z'));
});

test('time left is never negative and the last second counts until it is over', () => {
  expect(secondsLeft(1)).toBe(1);
  expect(secondsLeft(1000)).toBe(1);
  expect(secondsLeft(1001)).toBe(2);
  expect(secondsLeft(0)).toBe(0);
  expect(secondsLeft(-90_000)).toBe(0);
});

test('the next tick comes when the shown second changes', () => {
  for (const remainingMs of [1, 999, 1000, 1001, 1999.4, 2000, 59_999]) {
    const wait = msToNextSecond(remainingMs);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(1000);
    expect(secondsLeft(remainingMs - wait)).toBe(secondsLeft(remainingMs) - 1);
  }
  expect(msToNextSecond(-1)).toBe(1000);
});

test('time is written as minutes and seconds', () => {
  expect(formatSeconds(0)).toBe('0:00');
  expect(formatSeconds(581)).toBe('9:41');
  expect(formatSeconds(3723)).toBe('1:02:03');
});
