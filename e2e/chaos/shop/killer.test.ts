import { expect, test } from 'vitest';
import { Marks } from './killer.ts';

test('the killer waits for the nth payment that comes into a phase, which goes on only when the killer is ready', async () => {
  const marks = new Marks();
  const happened: string[] = [];
  const reached = marks.nth('capturing', 2, async () => {
    happened.push('ready');
  });
  const enter = async (phase: 'starting' | 'capturing', who: string) => {
    await marks.enter(phase);
    happened.push(who);
  };
  await enter('capturing', 'first');
  await enter('starting', 'in another phase');
  await enter('capturing', 'second');
  await reached;
  await enter('capturing', 'third');
  expect(happened).toEqual(['first', 'in another phase', 'ready', 'second', 'third']);
});

test('a killer that comes later waits for a payment that comes after it', async () => {
  const marks = new Marks();
  await marks.enter('waiting');
  let isReached = false;
  const reached = marks
    .nth('waiting', 1, async () => undefined)
    .then(() => {
      isReached = true;
    });
  await marks.enter('starting');
  expect(isReached).toBe(false);
  await marks.enter('waiting');
  await reached;
  expect(isReached).toBe(true);
});
