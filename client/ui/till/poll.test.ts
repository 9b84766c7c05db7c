import { expect, test } from 'vitest';
import { afterChangeMs, msToNextPoll } from './poll.ts';

test('[P5] an answer that came at once is followed by the next poll a second after it began', () => {
  expect(msToNextPoll(10_000, 10_020, false)).toBe(980);
});

test('a poll that the server held for its second is followed at once', () => {
  expect(msToNextPoll(10_000, 11_003, false)).toBe(1);
  expect(msToNextPoll(10_000, 15_000, false)).toBe(1);
});

test('[P5] polls begin at least a second apart however they went', () => {
  let beganAtMs = 0;
  for (const tookMs of [0, 0, 3, 1000, 5000, 999.5, 0]) {
    const nextMs = beganAtMs + tookMs + msToNextPoll(beganAtMs, beganAtMs + tookMs, false);
    expect(nextMs - beganAtMs).toBeGreaterThanOrEqual(1000);
    beganAtMs = nextMs;
  }
});

test('a clock that went backwards neither stops the polling nor delays it by more than a second', () => {
  expect(msToNextPoll(10_000, 4000, false)).toBe(1000);
});

test('a change is followed by the next poll almost at once, as changes often come in pairs', () => {
  expect(msToNextPoll(10_000, 10_020, true)).toBe(afterChangeMs);
  expect(afterChangeMs).toBeGreaterThanOrEqual(50);
});
