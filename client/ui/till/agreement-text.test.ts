import { expect, test } from 'vitest';
import type { Interval } from '../../../server/contract/payments.ts';
import { sampleAgreement } from '../../testing/sample-payment.ts';
import { moneyText } from '../base/money.ts';
import * as en from '../texts/en/display.ts';
import { payNowText, priceText } from './agreement-text.ts';

const texts = {
  agreement: en.agreement,
  money: (value: number) => moneyText({ value, currency: 'NOK' }, 'nb-NO').replace(/\s/g, ' '),
};

test.each<[Interval, string]>([
  [{ unit: 'DAY', count: 1 }, '99,00 kr a day'],
  [{ unit: 'WEEK', count: 1 }, '99,00 kr a week'],
  [{ unit: 'MONTH', count: 1 }, '99,00 kr a month'],
  [{ unit: 'YEAR', count: 1 }, '99,00 kr a year'],
  [{ unit: 'DAY', count: 31 }, '99,00 kr every 31 days'],
  [{ unit: 'WEEK', count: 2 }, '99,00 kr every 2 weeks'],
  [{ unit: 'MONTH', count: 3 }, '99,00 kr every 3 months'],
  [{ unit: 'YEAR', count: 2 }, '99,00 kr every 2 years'],
])('the price for %o is "%s"', (interval, says) => {
  expect(priceText(sampleAgreement({ interval }), texts)).toBe(says);
});

test('the text says what is paid at once, or that nothing is', () => {
  const amount = { value: 4_900, currency: 'NOK' } as const;
  const initialCharge = { amount, description: 'Joining fee' };
  expect(payNowText(sampleAgreement({ initialCharge }), texts)).toBe('Pay now: 49,00 kr');
  expect(payNowText(sampleAgreement(), texts)).toBe('You pay nothing today');
});
