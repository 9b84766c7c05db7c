import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('gives everybody a turn of the event loop, and no two the same', async () => {
  const turn = createTurns();
  let loops = 0;
  let isOver = false;
  const count = () => {
    loops += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const seen = await Promise.all(Array.from({ length: 5 }, () => turn().then(() => loops)));
  isOver = true;
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
