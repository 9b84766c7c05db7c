// A charge is read no oftener than Vipps takes it.
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { scriptedSend } from '../../testing/scripted-send.ts';
import { VippsInvalidResponse } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { chargePath, createCharges } from './charges.ts';

const ids = { id: 'agr_1', chargeId: 'chr-1' };
const charge = {
  id: 'chr-1',
  status: 'RESERVED',
  amount: 100,
  history: [],
  summary: { captured: 0, refunded: 0, cancelled: 0 },
};

const all = '/recurring/v3/agreements/agr_1/charges';

function setUp(answer: object = charge) {
  const clock = manualClock();
  const paths: string[] = [];
  const send = (async ({ path }: { path: string }) => {
    paths.push(path);
    return path === all ? [null, { number: 1 }, { id: 'chr-0', amount: 'odd' }, answer] : answer;
  }) as unknown as Send;
  return { clock, charges: createCharges(send, clock), reads: () => paths.length, paths };
}

describe('[P5] a charge that is polled every second', () => {
  test('is read at most ten times in any minute, alone and among all of its agreement', async () => {
    const { clock, charges, paths } = setUp();
    const after: { one: number; all: number }[] = [];
    for (let second = 0; second < 180; second += 1) {
      expect(await charges.recall(ids, 'ACTIVE')).toEqual(charge);
      const ofAll = paths.filter((path) => path === all).length;
      after.push({ one: paths.length - ofAll, all: ofAll });
      await clock.advance(1_000);
    }
    for (const [way, most] of [
      ['one', 7],
      ['all', 10],
    ] as const) {
      const before = [0, ...after.map((total) => total[way])];
      const inAnyMinute = after.slice(59).map((total, index) => total[way] - (before[index] ?? 0));
      expect(Math.max(...inAnyMinute)).toBeLessThanOrEqual(most);
      expect(Math.max(...inAnyMinute)).toBeGreaterThan(3);
    }
  });

  test('is seen reserved within two seconds by the customer who has just agreed, and within seven later', async () => {
    const { clock, charges, reads } = setUp();
    const readAtSecond: number[] = [];
    for (let second = 0; second < 180; second += 1) {
      const before = reads();
      await charges.recall(ids, 'ACTIVE');
      if (reads() > before) readAtSecond.push(second);
      await clock.advance(1_000);
    }
    const soon = readAtSecond.slice(0, 11);
    expect(soon).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 25]);
    const pauses = readAtSecond.slice(1).map((second, index) => second - (readAtSecond[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(7);
  });

  test('[P1] is read anew once its money has been moved', async () => {
    const { charges, reads } = setUp();
    for (let count = 0; count < 9; count += 1) await charges.recall(ids, 'ACTIVE');
    expect(reads()).toBe(1);
    charges.forget(ids);
    await charges.recall(ids, 'ACTIVE');
    expect(reads()).toBe(2);
  });

  test('[P1] is read anew once its agreement has become another, as often as Vipps takes it', async () => {
    const { charges, reads } = setUp();
    for (const status of ['STOPPED', 'STOPPED', 'ACTIVE', 'ACTIVE']) await charges.recall(ids, status);
    expect(reads()).toBe(2);
    for (let count = 0; count < 50; count += 1) {
      for (const status of ['STOPPED', 'ACTIVE']) await charges.recall(ids, status);
    }
    expect(reads()).toBe(17);
  });
});

describe('[P5] a charge that has been read as often as Vipps takes it in a minute', () => {
  /** Read once a second, for its agreement is another each time; the first read is of the charge alone. */
  async function readOften() {
    const opened = setUp();
    for (let second = 0; second < 17; second += 1) {
      await opened.charges.recall(ids, second % 2 === 0 ? 'ACTIVE' : 'STOPPED');
      await opened.clock.advance(1_000);
    }
    expect(opened.reads()).toBe(17);
    return opened;
  }

  test('[P1] and whose money has been moved since is not shown, until the first of these reads is a minute old', async () => {
    const { clock, charges, reads } = await readOften();
    charges.forget(ids);
    await expect(charges.recall(ids, 'ACTIVE')).rejects.toMatchObject({
      name: 'VippsUnavailable',
      message: `GET ${all}/chr-1: read as often as Vipps takes in a minute`,
      requestId: 'agr_1',
      outcome: 'not_done',
      retryAfterMs: 43_000,
    });
    await clock.advance(42_999);
    await expect(charges.recall(ids, 'ACTIVE')).rejects.toMatchObject({ retryAfterMs: 1 });
    expect(reads()).toBe(17);
    await clock.advance(1);
    expect(await charges.recall(ids, 'ACTIVE')).toEqual(charge);
    expect(reads()).toBe(18);
  });
});

test('[P1] what is read among all charges of an agreement is what is remembered', async () => {
  const clock = manualClock();
  const captured = { ...charge, status: 'CHARGED' };
  const send = (async ({ path }: { path: string }) =>
    path === all ? [captured] : charge) as unknown as Send;
  const charges = createCharges(send, clock);
  expect(await charges.recall(ids, 'ACTIVE')).toEqual(charge);
  await clock.advance(2_000);
  expect(await charges.recall(ids, 'ACTIVE')).toEqual(captured);
  expect(await charges.recall(ids, 'ACTIVE')).toEqual(captured);
});

test.each([
  ['is not among them', [{ id: 'chr-0' }]],
  ['cannot be read', [{ id: 'chr-1', status: 'RESERVED' }]],
])('[P1] an answer about all charges where ours %s is unreadable', async (_, answer) => {
  const clock = manualClock();
  const send = (async ({ path }: { path: string }) => (path === all ? answer : charge)) as unknown as Send;
  const charges = createCharges(send, clock);
  await charges.recall(ids, 'ACTIVE');
  await clock.advance(2_000);
  const recalled = charges.recall(ids, 'ACTIVE');
  await expect(recalled).rejects.toBeInstanceOf(VippsInvalidResponse);
  await expect(recalled).rejects.toMatchObject({
    message: `GET ${all}: not the charge`,
    requestId: 'agr_1',
    cause: expect.any(Error),
  });
});

test('[P1] an answer about another charge is unreadable', async () => {
  const { charges } = setUp({ ...charge, id: 'chr-2' });
  await expect(charges.read(ids)).rejects.toBeInstanceOf(VippsInvalidResponse);
});

describe('[P5] what was read last', () => {
  test('is remembered of 1,000 agreements; of one more, not of the one that was read longest ago', async () => {
    const { charges, reads } = setUp();
    const read = async (number: number) => charges.read({ ...ids, id: `agr_${number}` });
    const isRemembered = async (number: number) => {
      const before = reads();
      await charges.recall({ ...ids, id: `agr_${number}` }, 'ACTIVE');
      return reads() === before;
    };
    for (let number = 0; number < 1_000; number += 1) await read(number);
    expect([await isRemembered(0), await isRemembered(1)]).toEqual([true, true]);
    await read(0);
    await read(1_000);
    expect([await isRemembered(0), await isRemembered(1)]).toEqual([true, false]);
  });

  test('is not there of one that was pushed out while Vipps was asked, which is answered all the same', async () => {
    const { promise, resolve } = Promise.withResolvers<object>();
    const slow = (async ({ path }: { path: string }) =>
      path.includes('agr_1/') ? promise : charge) as unknown as Send;
    const charges = createCharges(slow, manualClock());
    const read = charges.read(ids);
    for (let number = 2; number < 1_003; number += 1) await charges.read({ ...ids, id: `agr_${number}` });
    resolve(charge);
    expect(await read).toEqual(charge);
  });

  test('is not there of an agreement that was never read, and nothing has to be forgotten', async () => {
    const { charges, reads } = setUp();
    charges.forget(ids);
    await charges.recall(ids, 'ACTIVE');
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
  await charges.recall({ id: 'agr/1', chargeId: 'chr/1' }, 'ACTIVE', signal);
  expect(sent).toEqual([{ method: 'GET', path, name: 'charge', signal }]);
  const other = charges.read({ id: 'agr/1', chargeId: 'chr/2' });
  await expect(other).rejects.toMatchObject({
    message: 'GET /recurring/v3/agreements/agr%2F1/charges/chr%2F2: another charge',
    requestId: 'agr/1',
  });
});

test('[P1] a charge that shows nothing yet may be older than what its agreement shows, for half a minute', async () => {
  const { clock, charges } = setUp({ ...charge, status: 'PENDING' });
  const mayLag = async () => charges.mayLag(ids, await charges.recall(ids, 'ACTIVE'));
  expect(await mayLag()).toBe(true);
  await clock.advance(29_999);
  expect(await mayLag()).toBe(true);
  await clock.advance(1);
  expect(await mayLag()).toBe(false);
  const decided = setUp({ ...charge, status: 'CANCELLED' }).charges;
  expect(decided.mayLag(ids, await decided.recall(ids, 'ACTIVE'))).toBe(false);
});
