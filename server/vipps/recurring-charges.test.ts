// A charge is read no oftener than Vipps takes it.
import { describe, expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { VippsInvalidResponse } from './errors.ts';
import { createCharges } from './recurring-charges.ts';
import type { Send } from './send.ts';

const ids = { id: 'agr_1', chargeId: 'chr-1' };
const charge = {
  ...{ id: 'chr-1', status: 'RESERVED', amount: 100, history: [] },
  summary: { captured: 0, refunded: 0, cancelled: 0 },
};

function setUp(answer: object = charge) {
  const clock = manualClock();
  let count = 0;
  const send = (async () => {
    count += 1;
    return answer;
  }) as unknown as Send;
  return { clock, charges: createCharges(send, clock), reads: () => count };
}

describe('[P5] a charge that is looked at every second', () => {
  test('is read at most ten times in any minute, and again later', async () => {
    const { clock, charges, reads } = setUp();
    const after: number[] = [];
    for (let second = 0; second < 180; second += 1) {
      expect(await charges.recall(ids)).toEqual(charge);
      after.push(reads());
      await clock.advance(1_000);
    }
    const inAnyMinute = after.slice(60).map((total, index) => total - (after[index] ?? 0));
    expect(Math.max(...inAnyMinute)).toBeLessThanOrEqual(10);
    expect(reads()).toBeGreaterThanOrEqual(15);
  });

  test('is read at once while it has not been read often: a customer waits for it', async () => {
    const { charges, reads } = setUp();
    for (let count = 0; count < 5; count += 1) await charges.recall(ids);
    expect(reads()).toBe(5);
  });

  test('[P1] is read anew once its money has been moved', async () => {
    const { charges, reads } = setUp();
    for (let count = 0; count < 9; count += 1) await charges.recall(ids);
    const before = reads();
    charges.forget(ids);
    await charges.recall(ids);
    expect(reads()).toBe(before + 1);
  });
});

test('[P1] an answer about another charge is unreadable', async () => {
  const { charges } = setUp({ ...charge, id: 'chr-2' });
  await expect(charges.read(ids)).rejects.toBeInstanceOf(VippsInvalidResponse);
});

test('only so many are remembered', async () => {
  const { charges, reads } = setUp();
  for (let number = 0; number < 1_100; number += 1) await charges.read({ ...ids, id: `agr_${number}` });
  for (let count = 0; count < 9; count += 1) await charges.recall({ ...ids, id: 'agr_0' });
  expect(reads()).toBe(1_107);
});
