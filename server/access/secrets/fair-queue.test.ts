import { expect, test } from 'vitest';
import { createFairQueue, type Lane } from './fair-queue.ts';

/** A queue of which nothing is done before `serve`, but for the first of all, which is under way. */
function aQueue() {
  const queue = createFairQueue({ most: 6, mostOfLane: 4, comeAgainMs: 1_000 });
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const outcomes: Promise<unknown>[] = [];
  const refused: string[] = [];
  const ask = (...lane: Lane) => {
    const name = lane.join('/');
    const outcome = queue.run(lane, async () => {
      await gate.promise;
      order.push(name);
    });
    const said = outcome.catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'rate_limited', waitMs: 1_000 });
      refused.push(name);
    });
    outcomes.push(said);
  };
  const serve = async () => {
    gate.resolve();
    await Promise.all(outcomes);
    return order;
  };
  // Under way before the others come.
  ask('first');
  return { ask, serve, refused };
}
const times = (count: number, act: () => void) => Array.from({ length: count }, act);

test('[P8] lanes take turns, however many wait in one of them', async () => {
  const { ask, serve } = aQueue();
  times(3, () => ask('a'));
  ask('b');
  times(2, () => ask('c'));
  expect(await serve()).toEqual(['first', 'a', 'b', 'c', 'a', 'c', 'a']);
});

test('[P8] groups take turns first, so that many lanes of one hold up no other', async () => {
  const { ask, serve } = aQueue();
  for (const lane of ['1', '2', '3', '4']) ask('oslo', lane);
  times(2, () => ask('bergen', '5'));
  expect(await serve()).toEqual(['first', 'oslo/1', 'bergen/5', 'oslo/2', 'bergen/5', 'oslo/3', 'oslo/4']);
});

test('[P8] a lane that comes again and again is not served before one that waits', async () => {
  const queue = createFairQueue({ most: 6, mostOfLane: 4, comeAgainMs: 1_000 });
  const order: string[] = [];
  const eager = async (): Promise<void> => {
    order.push('eager');
    if (order.length < 8) void queue.run(['eager'], eager);
  };
  const patient = () => queue.run(['patient'], async () => void order.push('patient'));
  void queue.run(['eager'], eager);
  await Promise.all([patient(), patient(), patient()]);
  // Twice at first: the others came after that.
  expect(order.slice(0, 7)).toEqual(['eager', 'eager', 'patient', 'eager', 'patient', 'eager', 'patient']);
});

test('[P8] one lane has a few places, and the next may come when there is one', async () => {
  const { ask, serve, refused } = aQueue();
  times(5, () => ask('a'));
  ask('b');
  expect((await serve()).filter((name) => name === 'a')).toHaveLength(4);
  expect(refused).toEqual(['a']);
});

test('[P8] when there is no room, the last of the longest lane gives way to a shorter one, and not to as long a one', async () => {
  const { ask, serve, refused } = aQueue();
  times(4, () => ask('g', 'a'));
  times(2, () => ask('g', 'b'));
  ask('g', 'c');
  ask('g', 'd');
  ask('g', 'e');
  // Everybody has one or two by now, or comes too late.
  times(2, () => ask('g', 'a'));
  const served = await serve();
  expect(refused.toSorted()).toEqual(['g/a', 'g/a', 'g/a', 'g/a', 'g/b'].toSorted());
  for (const lane of ['a', 'b', 'c', 'd', 'e']) expect(served).toContain(`g/${lane}`);
  expect(served).toHaveLength(7);
});

test('[P8] a group that is full takes no place of another', async () => {
  const { ask, serve, refused } = aQueue();
  for (let lane = 0; lane < 9; lane += 1) ask('strangers', `${lane}`);
  ask('known', 'x');
  expect((await serve()).slice(0, 3)).toEqual(['first', 'strangers/0', 'known/x']);
  expect(refused).toEqual(['strangers/6', 'strangers/7', 'strangers/8']);
});

test('goes on after work that failed', async () => {
  const queue = createFairQueue({ most: 1, mostOfLane: 1, comeAgainMs: 1 });
  await expect(queue.run(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run(['a'], async () => 'done')).toBe('done');
});
