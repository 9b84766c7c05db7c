import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNewPin, isEasyPin, isWeakPin } from './pin-rules.ts';

describe('[P8] a PIN that somebody chooses is', () => {
  test.each([
    ['a row', ['123456', '654321', '890123', '10987654', '246802', '345678901234']],
    [
      'a repeat',
      ['000000', '11111111', '121212', '123123', '12341234', '112233', '111222', '11223344', '007007'],
    ],
    ['a mirror', ['123321', '12344321', '459954']],
    [
      'a date',
      ['240572', '310199', '991231', '052472', '24051972', '19720524', '05241972', '29022000', '20260229'],
    ],
    ['among the commonest', ['147258', '159753', '102030', '246810', '789456123', '31415926', '11235813']],
  ])('not %s', (_, pins) => {
    for (const pin of pins) {
      expect([pin, isEasyPin(pin)]).toEqual([pin, true]);
      expect(() => checkNewPin(pin, 'cashier')).toThrow(expect.objectContaining({ code: 'invalid_request' }));
    }
  });

  test.each([
    ['cashier', ['48291', '4829163748291']],
    ['manager', ['4829163', '4829163748291']],
  ] as const)('not of too few or too many digits, for a %s', (role, pins) => {
    for (const pin of pins) expect(() => checkNewPin(pin, role)).toThrow(/digits/);
  });

  test('of 6 to 12 digits, of a manager 8 to 12', () => {
    for (const pin of ['482916', '48291637', '482916374829']) checkNewPin(pin, 'cashier');
    for (const pin of ['48291637', '482916374829']) checkNewPin(pin, 'manager');
    expect(() => checkNewPin('48291a', 'cashier')).toThrow(/digits/);
  });

  test('for most of what one might think of, not refused', () => {
    const pins = fc.sample(fc.stringMatching(/^\d{8}$/), { numRuns: 2_000, seed: 7 });
    expect(pins.filter(isEasyPin).length).toBeLessThan(100);
  });
});

describe('a PIN that somebody has', () => {
  test('should be changed when it is easy or too short for the role, and not because it is long', () => {
    expect(['482916', '123456', '48291637482916374829'].map((pin) => isWeakPin(pin, 'cashier'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(['482916', '48291637'].map((pin) => isWeakPin(pin, 'manager'))).toEqual([true, false]);
  });
});
