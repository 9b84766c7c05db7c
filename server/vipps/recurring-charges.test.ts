// A charge is read no oftener than Vipps takes it.
import { describe, expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { scriptedSend } from '../testing/scripted-send.ts';
import { VippsInvalidResponse } from './errors.ts';
import { chargePath, createCharges } from './recurring-charges.ts';
import type { Send } from './send.ts';

const ids = { id: 'agr_1', chargeId: 'chr-1' };
const charge = {
  id: 'chr-1',
  status: 'RESERVED',
  amount: 100,
  history: [],
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

describe('[P5] what was read last', () => {
  test('has to do after seven reads, until the first of them is a minute old', async () => {
    const { clock, charges, reads } = setUp();
    for (let count = 0; count < 9; count += 1) await charges.recall(ids);
    expect(reads()).toBe(7);
    await clock.advance(59_999);
    await charges.recall(ids);
    expect(reads()).toBe(7);
    await clock.advance(1);
    await charges.recall(ids);
    expect(reads()).toBe(8);
  });

  test('is remembered of 1,000 agreements; of one more, not of the one that was read longest ago', async () => {
    const { charges, reads } = setUp();
    const read = async (number: number) => charges.read({ ...ids, id: `agr_${number}` });
    const isRemembered = async (number: number) => {
      const before = reads();
      await charges.recall({ ...ids, id: `agr_${number}` });
      return reads() === before;
    };
    for (let pass = 0; pass < 7; pass += 1)
      for (let number = 0; number < 1_000; number += 1) await read(number);
    expect([await isRemembered(0), await isRemembered(1)]).toEqual([true, true]);
    await read(0);
    await read(1_000);
    expect([await isRemembered(0), await isRemembered(1)]).toEqual([true, false]);
  });

  test('is not there of an agreement that was never read, and nothing has to be forgotten', async () => {
    const { charges, reads } = setUp();
    charges.forget(ids);
    await charges.recall(ids);
    expect(reads()).toBe(1);
  });
});

test('a charge is read under the names of its agreement and its own', async () => {
  const { send, sent } = scriptedSend({ charge: { ...charge, id: 'chr/1' } });
  const { signal } = new AbortController();
  const path = '/recurring/v3/agreements/agr%2F1/charges/chr%2F1';
  expect(chargePath({ id: 'agr/1', chargeId: 'chr/1' })).toBe(path);
  expect(chargePath({ id: 'agr/1', chargeId: null })).toBe('/recurring/v3/agreements/agr%2F1/charges/');
  const charges = createCharges(send, manualClock());
  await charges.recall({ id: 'agr/1', chargeId: 'chr/1' }, signal);
  expect(sent).toEqual([{ method: 'GET', path, name: 'charge', signal }]);
  const other = charges.read({ id: 'agr/1', chargeId: 'chr/2' });
  await expect(other).rejects.toMatchObject({
    message: 'GET /recurring/v3/agreements/agr%2F1/charges/chr%2F2: another charge',
    requestId: 'agr/1',
  });
});
