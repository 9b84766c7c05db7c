import { describe, expect, test } from 'vitest';
import { backWithin, judge, type Round, timed, untimed } from './verdict.ts';

const sale = { startedInMs: 300, shownInMs: 900, failures: {} };
const held = { megabytes: 120, descriptors: 32 };
const kept = { inUse: 25, descriptors: 32 };
const fine: Round = {
  tallies: [],
  sales: [sale, { ...sale, startedInMs: 1_999 }],
  failedPolls: [],
  kept,
  before: held,
  highest: { megabytes: 300, descriptors: 900 },
  back: { kept, held, afterMs: { memory: 4_000, descriptors: 500 } },
  lives: true,
};
const broken = (round: Round, limits = timed) =>
  judge(round, limits)
    .filter(({ holds }) => !holds)
    .map(({ what }) => what);

test('a shop that sold in time, and a server that holds what it held before, have withstood', () => {
  expect(broken(fine)).toEqual([]);
  expect(broken(fine, untimed)).toEqual([]);
});

describe('what does not hold is named', () => {
  const never = { startedInMs: null, shownInMs: null, failures: { ECONNRESET: 9 } };
  const unseen = { ...sale, shownInMs: null };
  const notBack = {
    kept: { inUse: 90, descriptors: 5_121 },
    held: { megabytes: 900, descriptors: 5_121 },
    afterMs: { memory: null, descriptors: null },
  };

  test.each<[string, Partial<Round>, string[], string[]]>([
    [
      'a server that is gone',
      { lives: false },
      ['the server lives and is ready'],
      ['the server lives and is ready'],
    ],
    ['a sale that never starts', { sales: [sale, never] }, ['every sale starts'], ['every sale starts']],
    ['a sale that starts late', { sales: [{ ...sale, startedInMs: 2_001 }] }, ['every sale starts'], []],
    [
      'an approval that is never shown',
      { sales: [unseen] },
      ['every approval is shown'],
      ['every approval is shown'],
    ],
    [
      'an approval that is shown late',
      { sales: [{ ...sale, shownInMs: 2_001 }] },
      ['every approval is shown'],
      [],
    ],
    [
      'memory and descriptors that stay',
      { back: notBack },
      ['descriptors return', 'memory in use returns, MB'],
      ['descriptors return', 'memory in use returns, MB'],
    ],
  ])('%s', (_, change, inTime, atAll) => {
    expect(broken({ ...fine, ...change })).toEqual(inTime);
    expect(broken({ ...fine, ...change }, untimed)).toEqual(atAll);
  });

  test('a siege in which nothing was sold has shown nothing', () => {
    expect(broken({ ...fine, sales: [] })).toEqual(['every sale starts', 'every approval is shown']);
  });
});

test('one connection for each strike is a leak, a few are those of the shop itself', () => {
  expect(backWithin(kept)).toEqual({ inUse: 30, descriptors: 42 });
});
