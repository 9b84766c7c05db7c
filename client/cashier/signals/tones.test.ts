import { describe, expect, test } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { outcomeBetween, tonesFor } from './tones.ts';

const waiting = samplePayment({ state: 'scanned' });
const paid = samplePayment({ state: 'approved' });

describe('the two sounds', () => {
  const shape = (outcome: 'paid' | 'unpaid') => tonesFor[outcome].map(({ frequencyHz }) => frequencyHz);

  test('one rises, the other falls, and they share no tone', () => {
    const [up, down] = [shape('paid'), shape('unpaid')];
    expect(up).toEqual(up.toSorted((one, other) => one - other));
    expect(down).toEqual(down.toSorted((one, other) => other - one));
    expect(Math.min(...up)).toBeGreaterThan(Math.max(...down) * 1.5);
  });

  test.each(['paid', 'unpaid'] as const)(
    '"%s" is over in less than a second, one tone after the other',
    (outcome) => {
      let freeS = 0;
      for (const { beginS, lengthS } of tonesFor[outcome]) {
        expect(beginS).toBeGreaterThanOrEqual(freeS);
        freeS = beginS + lengthS;
      }
      expect(freeS).toBeLessThan(1);
    },
  );
});

describe('when they are heard', () => {
  test('[P1] at the moment in which the outcome is known', () => {
    expect(outcomeBetween(waiting, paid)).toBe('paid');
    expect(outcomeBetween(samplePayment({ state: 'closing' }), samplePayment({ state: 'expired' }))).toBe(
      'unpaid',
    );
    expect(outcomeBetween(waiting, samplePayment({ state: 'cancelled' }))).toBe('unpaid');
    expect(outcomeBetween(waiting, samplePayment({ state: 'failed' }))).toBe('unpaid');
  });

  test('not before it is known, not again, not for one that was over when the page was opened', () => {
    expect(outcomeBetween(waiting, samplePayment({ state: 'closing' }))).toBeNull();
    expect(outcomeBetween(paid, samplePayment({ state: 'approved', version: 2 }))).toBeNull();
    expect(outcomeBetween(null, paid)).toBeNull();
    expect(outcomeBetween(paid, null)).toBeNull();
  });

  test('not for another payment, nor for one that goes on under a new reference', () => {
    expect(outcomeBetween(waiting, { ...paid, reference: 'till-1-def' })).toBeNull();
    const problem = { code: 'started_over', message: '' } as const;
    expect(outcomeBetween(waiting, samplePayment({ state: 'failed', problem }))).toBeNull();
  });
});
