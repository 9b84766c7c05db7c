import { expect, test } from 'vitest';
import { type Check, differenceCodes, outcomes } from '../../../server/contract/reconciliation.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { findingOf, shownThere } from './check-text.ts';

const texts = { ...en, app: 'Vipps', money: (minor: number) => `${minor}` };
const checked = (given: Partial<Check>): Check => ({
  payment: samplePayment({ state: 'approved' }),
  outcome: 'agrees',
  vipps: null,
  differences: [],
  unchecked: null,
  ...given,
});
const shown = {
  known: true,
  reservedAmount: 24_900,
  capturedAmount: 24_900,
  refundedAmount: 0,
  cancelled: false,
  releasedAmount: 0,
};

test('[P1] only what agrees, or is not over yet, is called good', () => {
  const good = outcomes.filter((outcome) => findingOf(checked({ outcome }), texts).isGood);
  expect(good).toEqual(['agrees', 'open']);
});

test('every outcome is told in a sentence', () => {
  for (const outcome of outcomes) {
    const differences = [{ code: 'voided', message: '' } as const];
    const { sentences } = findingOf(checked({ outcome, differences }), texts);
    expect(sentences.join(), outcome).toMatch(/^[A-Z].*\.$/);
  }
});

test('every difference says what it is, and none says a code', () => {
  for (const code of differenceCodes) {
    const differences = [{ code, message: 'technical' }];
    const [sentence = ''] = findingOf(checked({ outcome: 'differs', differences }), texts).sentences;
    expect(sentence).toMatch(/^(Vipps|Paid|Money) /);
    expect(sentence).not.toMatch(/technical|_/);
  }
});

test('what Vipps shows is told sum by sum', () => {
  expect(shownThere(checked({ vipps: shown }), texts)).toBe('Reserved 24900 · Captured 24900');
  expect(shownThere(checked({ vipps: { ...shown, refundedAmount: 500 } }), texts)).toContain('Refunded 500');
  expect(shownThere(checked({ vipps: { ...shown, known: false } }), texts)).toBe('Not known');
  expect(shownThere(checked({}), texts)).toBeNull();
});
