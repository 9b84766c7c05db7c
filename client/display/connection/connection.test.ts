import { expect, test } from 'vitest';
import { problemCodes, states } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { reconnectingTo } from './connection.ts';

const away = { problem: { code: 'vipps_unavailable', message: '' } } as const;

test('[P6] while Vipps is away the customer is told so for as long as the payment is open', () => {
  const told = states.filter((state) => reconnectingTo(samplePayment({ state, ...away }), false) === 'vipps');
  expect(told).toEqual(['started', 'presented', 'scanned', 'closing']);
});

test('[P6] while the till server is away the display says so, whatever it shows', () => {
  expect(reconnectingTo(null, true)).toBe('server');
  expect(reconnectingTo(samplePayment(away), true)).toBe('server');
  expect(reconnectingTo(samplePayment({ state: 'approved' }), true)).toBe('server');
});

test('no other problem is taken for a lost connection', () => {
  expect(reconnectingTo(null, false)).toBeNull();
  const told = problemCodes.filter((code) =>
    reconnectingTo(samplePayment({ problem: { code, message: '' } }), false),
  );
  expect(told).toEqual(['vipps_unavailable']);
});
