import { expect, test } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { isNextCustomer } from './use-customer-choice.ts';

const presented = samplePayment();
const approved = samplePayment({ state: 'approved' });
const next = samplePayment({ reference: 'till-1-next' });

test('a language that was chosen before the sale is kept for it', () => {
  expect(isNextCustomer(null, null)).toBe(false);
  expect(isNextCustomer(null, presented)).toBe(false);
});

test('it is kept through the sale, and when the cashier starts that sale anew', () => {
  expect(isNextCustomer(presented, approved)).toBe(false);
  const cancelled = samplePayment({ state: 'cancelled', endedBy: 'staff' });
  expect(isNextCustomer(presented, cancelled)).toBe(false);
  expect(isNextCustomer(cancelled, next)).toBe(false);
});

test('an idle display, and the sale after one that was paid, are for the next customer', () => {
  expect(isNextCustomer(presented, null)).toBe(true);
  expect(isNextCustomer(approved, null)).toBe(true);
  expect(isNextCustomer(approved, next)).toBe(true);
  expect(isNextCustomer(approved, approved)).toBe(false);
});
