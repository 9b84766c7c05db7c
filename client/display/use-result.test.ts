import { expect, test } from 'vitest';
import { states } from '../../server/contract/payments.ts';
import { samplePayment } from '../testing/sample-payment.ts';
import { longestShownMs, resultOf } from './use-result.ts';

test('[P1] a result leaves the screen although the server is away; an open payment stays', () => {
  const staying = states.filter((state) => longestShownMs(state) === null);
  expect(staying).toEqual(['started', 'presented', 'scanned', 'closing']);
});

test('[P1] a result that changes under the eyes of the customer is a new one', () => {
  const cancelled = samplePayment({ state: 'cancelled', version: 4 });
  const late = { ...cancelled, version: 5, problem: { code: 'late_money', message: '' } } as const;
  expect(resultOf(late)).not.toBe(resultOf(cancelled));
  expect(resultOf({ ...cancelled })).toBe(resultOf(cancelled));
  expect(resultOf({ ...cancelled, reference: 'next' })).not.toBe(resultOf(cancelled));
});
