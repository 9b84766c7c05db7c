import { expect, test } from 'vitest';
import { createActivity, tellEveryMs } from './activity.ts';

function anActivity() {
  let nowMs = 1_000;
  let due: { atMs: number; act: () => void }[] = [];
  const told: number[] = [];
  const note = createActivity({
    tell: () => void told.push(nowMs - 1_000),
    clock: { monotonicMs: () => nowMs },
    after: (ms, act) => void due.push({ atMs: nowMs + ms, act }),
  });
  const goOn = (ms: number) => {
    nowMs += ms;
    const over = due.filter(({ atMs }) => atMs <= nowMs);
    due = due.filter(({ atMs }) => atMs > nowMs);
    for (const { act } of over) act();
  };
  return { note, goOn, told };
}

test('the first key is told of at once', () => {
  const { note, told } = anActivity();
  note();
  expect(told).toEqual([0]);
});

test('however much somebody types, the server is told at most twice a minute, and of the last keys too', () => {
  const { note, goOn, told } = anActivity();
  for (let second = 0; second < 60; second += 1) {
    note();
    goOn(1_000);
  }
  goOn(tellEveryMs);
  expect(told).toEqual([0, 30_000, 60_000]);
});

test('who does nothing is told of by nobody', () => {
  const { note, goOn, told } = anActivity();
  note();
  goOn(10 * tellEveryMs);
  expect(told).toEqual([0]);
});
