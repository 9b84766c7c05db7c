import { expect, test } from 'vitest';
import { refundsMade, soldByOf } from './refunds-made.ts';

const step = (name: string, detail: Record<string, unknown> = {}, who: string | null = null) => ({
  name,
  at: name,
  by: who === null ? null : { kind: 'staff' as const, name: who },
  detail,
});

test('who sold is who started it', () => {
  expect(soldByOf([step('created', {}, 'Kari'), step('refund', {}, 'Ola')])).toBe('Kari');
  expect(soldByOf([step('created'), step('refund', {}, 'Ola')])).toBeNull();
  expect(soldByOf([])).toBeNull();
});

test('a refund is of whom has asked for it, once it is done', () => {
  const asked = [step('created', {}, 'Kari'), step('refund', { amount: 4_900 }, 'Ola')];
  expect(refundsMade(asked)).toEqual([]);
  expect(refundsMade([...asked, step('refunded', { refundedAmount: 4_900 })])).toEqual([
    { amountMinor: 4_900, at: 'refunded', by: 'Ola' },
  ]);
});

test('each refund is what was added to those before', () => {
  const history = [
    step('refund', { amount: 1_000 }, 'Ola'),
    step('refunded', { refundedAmount: 1_000 }),
    step('refund', { amount: 500 }, 'Kari'),
    step('refund_delayed'),
    step('refunded', { refundedAmount: 1_500 }),
  ];
  expect(refundsMade(history).map(({ amountMinor, by }) => [amountMinor, by])).toEqual([
    [1_000, 'Ola'],
    [500, 'Kari'],
  ]);
});

test('one that was refused is none, and what is found at Vipps later is of nobody here', () => {
  const history = [
    step('refund', { amount: 1_000 }, 'Ola'),
    step('refund_refused'),
    step('found', { capturedAmount: 9_000, refundedAmount: 700, releasedAmount: 0 }),
    step('captured', { observation: { refundedAmount: 900 } }),
  ];
  expect(refundsMade(history)).toEqual([
    { amountMinor: 700, at: 'found', by: null },
    { amountMinor: 200, at: 'captured', by: null },
  ]);
});

test('[P9] what is no amount is none', () => {
  expect(
    refundsMade([step('refunded', { refundedAmount: '12' }), step('captured', { observation: null })]),
  ).toEqual([]);
});
