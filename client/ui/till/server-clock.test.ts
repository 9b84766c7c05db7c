import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

const at = (iso: string) => Date.parse(iso);

function clockAt(wallIso: string) {
  const time = { monotonicMs: 5000, wallMs: at(wallIso) };
  const clock = createServerClock({ monotonicMs: () => time.monotonicMs, wallMs: () => time.wallMs });
  const pass = (ms: number) => {
    time.monotonicMs += ms;
    time.wallMs += ms;
  };
  return { time, clock, pass };
}

test('a device whose clock is an hour wrong believes the server', () => {
  const { clock, pass } = clockAt('2026-05-04T11:00:00Z');
  clock.observe('Mon, 04 May 2026 10:00:00 GMT');
  pass(10_000);
  expect(clock.nowMs()).toBe(at('2026-05-04T10:00:10.500Z'));
});

test('the whole seconds of the Date header do not make the time jump', () => {
  const { clock, pass } = clockAt('2026-05-04T10:00:00.000Z');
  clock.observe('Mon, 04 May 2026 10:00:00 GMT');
  const before = clock.nowMs();
  for (let poll = 1; poll <= 30; poll += 1) {
    pass(1033);
    clock.observe(new Date(at('2026-05-04T10:00:00Z') + poll * 1033).toUTCString());
    expect(clock.nowMs() - before).toBe(poll * 1033);
  }
});

test('a wall clock that is set while the page is open changes nothing', () => {
  const { time, clock } = clockAt('2026-05-04T10:00:00Z');
  const before = clock.nowMs();
  time.wallMs += 3_600_000;
  time.monotonicMs += 1000;
  expect(clock.nowMs() - before).toBe(1000);
});

test('after a sleep in which the monotonic clock stood still, the next answer of the server corrects the time', () => {
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
