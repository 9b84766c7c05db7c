// What is not taken as it came costs no sale and is told; what may be about money is refused.
import { describe, expect, test } from 'vitest';
import { newAgreementSchema, newPaymentSchema } from '../../contract/payments.ts';
import { validate } from '../errors.ts';
import { warningsOf } from './warnings.ts';

const amount = { value: 24_900, currency: 'NOK' };
const line = { name: 'Pizza', quantity: 1, amount };
const told = (
  body: unknown,
  schema: typeof newPaymentSchema | typeof newAgreementSchema = newPaymentSchema,
) => warningsOf(schema, body, validate(schema, body)).warnings;

describe('a sale', () => {
  test('that is as it should be has no warnings', () => {
    expect(told({ amount, text: ' Table 4 ', lines: [line], reference: 'order-1234' })).toBeUndefined();
  });

  test.each<[object, string]>([
    [{ cashier: 'Kari' }, 'cashier: ignored, for it is not known here.'],
    [{ txt: 'Table 4' }, 'txt: ignored. Did you mean text?'],
    [{ 'a\nb': 1 }, '"a\\nb": ignored, for it is not known here.'],
    [{ __proto__x: 1 }, '__proto__x: ignored, for it is not known here.'],
    [{ text: 'Table\n4' }, 'text: made one line.'],
    [{ text: 'x'.repeat(101) }, 'text: shortened to 100 characters.'],
    [{ lines: [{ ...line, name: 'Piz\tza' }] }, 'lines.0.name: made one line.'],
    [{ lines: [{ ...line, name: ' ' }] }, 'lines.0.name: empty, shown as a dash.'],
    [{ lines: [{ ...line, sku: 1 }] }, 'lines.0.sku: ignored, for it is not known here.'],
  ])('with %j is told of it', (bent, sentence) => {
    expect(told({ amount, ...bent })).toEqual([sentence]);
  });

  test('tells once what is the same in all lines', () => {
    const lines = [line, { ...line, sku: 'a' }, { ...line, sku: 'b' }, { ...line, sku: 'c' }];
    expect(told({ amount, lines })).toEqual([
      'lines.1.sku: ignored, for it is not known here (and in 2 more).',
    ]);
  });

  test('tells of twenty things at most', () => {
    const more = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x${index}`, index]));
    const warnings = told({ amount, ...more });
    expect(warnings).toHaveLength(21);
    expect(warnings?.at(-1)).toBe('And 10 more.');
  });

  test.each<[object, string]>([
    [{ referance: 'order-1234' }, 'referance: not known here. Did you mean reference?'],
    [{ REFERENCE: 'order-1234' }, 'REFERENCE: not known here. Did you mean reference?'],
    [{ line: [] }, 'line: not known here. Did you mean lines?'],
    [{ idempotency_key: 'a' }, 'idempotency_key: send it as the header Idempotency-Key.'],
    [
      { lines: [line, { ...line, taxPercent: 25 }] },
      'lines.1.taxPercent: not known here. Did you mean taxPercentage?',
    ],
    [{ lines: [{ ...line, discounts: 1 }] }, 'lines.0.discounts: not known here. Did you mean discount?'],
    [{ amout: amount, amount: undefined }, 'amount: Invalid input: expected object, received undefined'],
    [{ amount: { ...amount, decimals: 2 } }, 'amount: Unrecognized key: "decimals"'],
    [
      { lines: [{ ...line, amount: { ...amount, decimals: 2 } }] },
      'lines.0.amount: Unrecognized key: "decimals"',
    ],
  ])('[P9][P11] with %j is refused: it may be about money', (bent, message) => {
    const refused = expect.objectContaining({ name: 'Refusal', code: 'invalid_request', message });
    expect(() => told({ amount, ...bent })).toThrow(refused);
  });

  test('may have a field beside the one that it is like', () => {
    expect(told({ amount, reference: 'order-1234', referenceId: 7 })).toEqual([
      'referenceId: ignored, for it is not known here.',
    ]);
  });
});

describe('a sign-up', () => {
  const terms = { product: { name: 'Gym' }, pricing: { amount }, interval: { unit: 'MONTH', count: 1 } };
  const initialCharge = { amount, description: 'First\nmonth' };

  test('is taken with names that are too long, and fields that nobody knows', () => {
    const product = { name: 'x'.repeat(46), sku: 1 };
    expect(told({ ...terms, product, initialCharge, note: 'x' }, newAgreementSchema)).toEqual([
      'product.name: shortened to 45 characters.',
      'product.sku: ignored, for it is not known here.',
      'initialCharge.description: made one line.',
      'note: ignored, for it is not known here.',
    ]);
  });

  test.each<[object, string]>([
    [{ initialcharge: initialCharge }, 'initialcharge: not known here. Did you mean initialCharge?'],
    [{ pricing: { amount, campaign: 1 } }, 'pricing: Unrecognized key: "campaign"'],
    [{ interval: { unit: 'MONTH', count: 1, day: 1 } }, 'interval: Unrecognized key: "day"'],
  ])('[P9] with %j is refused: it is about money', (bent, message) => {
    const refused = expect.objectContaining({ code: 'invalid_request', message });
    expect(() => told({ ...terms, ...bent }, newAgreementSchema)).toThrow(refused);
  });
});
