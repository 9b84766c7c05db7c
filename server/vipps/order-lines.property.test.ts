// Whatever a POS sells, takes back, gives away or rounds: what Vipps gets is as its description has it, and sums to what is paid.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxAmountMinor, newLineSchema } from '../contract/payments.ts';
import { receipt } from '../simulator/order-management/receipt.ts';
import { toReceipt } from './order-lines.ts';

const seed = 20261201;

const amountOf = (value: fc.Arbitrary<number>) => fc.record({ value, currency: fc.constant('NOK' as const) });
const anyLine = fc
  .record(
    {
      name: fc.constant('Coffee'),
      quantity: fc.oneof(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: Number.MIN_VALUE, max: 1_000_000, noNaN: true }),
      ),
      amount: amountOf(
        fc.oneof(
          fc.integer({ min: -200, max: 200 }),
          fc.integer({ min: -maxAmountMinor, max: maxAmountMinor }),
        ),
      ),
      taxPercentage: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
      discount: amountOf(fc.integer({ min: 0, max: maxAmountMinor })),
      isReturn: fc.boolean(),
    },
    { requiredKeys: ['name', 'quantity', 'amount'] },
  )
  .filter((line) => newLineSchema.safeParse(line).success);

test(`[P9] lines of any kind are taken by Vipps, and sum there to what they sum to here (seed ${seed})`, () => {
  const property = fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), (given) => {
    const lines = given.map((line) => newLineSchema.parse(line));
    const sent: unknown = JSON.parse(JSON.stringify(toReceipt(lines, 'NOK')));
    const { orderLines } = receipt.parse(sent);
    const counted = orderLines.map((line) => (line.isReturn ? 0 - line.totalAmount : line.totalAmount));
    expect(counted).toEqual(lines.map(({ amount }) => amount.value));
    for (const line of orderLines) {
      const { totalAmount, totalTaxAmount, totalAmountExcludingTax } = line;
      expect(Math.min(totalAmount, totalTaxAmount, totalAmountExcludingTax)).toBeGreaterThanOrEqual(0);
    }
  });
  fc.assert(property, { seed, numRuns: 500 });
});
