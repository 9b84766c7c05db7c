import { expect, test } from 'vitest';
import { planRound } from './plan/plan.ts';
import type { RoundResult } from './round.ts';
import { table } from './table.ts';

function played(round: number, more: Partial<RoundResult> = {}): RoundResult {
  const payment = {
    till: '1',
    text: '',
    amount: 100,
    agreement: null,
    capture: 'none',
    capturedAmount: 0,
    refundedAmount: 0,
    captureBy: null,
    problem: null,
  };
  return {
    plan: { ...planRound(1, round), faults: [{ on: 'details', kind: 'reset', times: 1 }] },
    kills: { starting: 1, recovering: 2 },
    world: ['bank', 'late sale'],
    evidence: {
      ours: [{ ...payment, reference: 'a', state: 'approved', events: [] }],
      theirs: [],
      inherited: [],
      charges: [],
      parts: [],
      stops: [],
      cancels: [],
      sightings: [],
      capture: 'auto',
    },
    disagreements: [],
    log: [],
    tookMs: 1000,
    ...more,
  };
}

test('the table adds up all rounds and names the seed', () => {
  const lines = table(7, [played(0), played(1)], 0, 12_345).split('\n');
  expect(lines[0]).toBe('seed 7: 2 rounds in 12 s');
  expect(lines.find((line) => line.startsWith('kills'))).toMatch(/ 6 {2}recovering 4, starting 2$/);
  expect(lines.find((line) => line.startsWith('faults'))).toMatch(/ 2 {2}reset 2$/);
  expect(lines.find((line) => line.startsWith('world'))).toMatch(/ 4 {2}bank 2, late sale 2$/);
  expect(lines.find((line) => line.startsWith('payments'))).toMatch(/ 2 {2}approved 2$/);
  expect(lines.at(-1)).toBe('disagreements: 0');
});

test('disagreements and rounds that came to no comparison are counted', () => {
  const disagreements = [{ rule: 'money still held', reference: 'a', what: 'money' }];
  const text = table(7, [played(0, { disagreements })], 2, 1000);
  expect(text).toContain('3 rounds');
  expect(text).toMatch(/disagreements: 3$/);
});
