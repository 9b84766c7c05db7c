import { expect, test } from 'vitest';
import { type Problem, states } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { isStartedOver } from './states.ts';

const because = (code: Problem['code']) => ({ problem: { code, message: '' } });

test('a sale has been started over only while its first payment is closed, or once it has failed', () => {
  const over = states.filter((state) => isStartedOver(samplePayment({ state, ...because('started_over') })));
  expect(over).toEqual(['closing', 'failed']);
  expect(isStartedOver(samplePayment({ state: 'failed', ...because('vipps_unavailable') }))).toBe(false);
});
