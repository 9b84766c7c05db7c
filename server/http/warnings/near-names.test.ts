import { expect, test } from 'vitest';
import { nearName } from './near-names.ts';

const ofSale = ['amount', 'text', 'lines', 'reference'];
/** What a line need not have. */
const ofLine = ['taxPercentage', 'discount', 'isReturn'];

test.each<[name: string, known: readonly string[], meant: string | null]>([
  ['referance', ofSale, 'reference'],
  ['Reference', ofSale, 'reference'],
  ['ref', ofSale, 'reference'],
  ['orderReference', ofSale, 'reference'],
  ['amout', ofSale, 'amount'],
  ['line', ofSale, 'lines'],
  ['txt', ofSale, 'text'],
  ['tax_percentage', ofLine, 'taxPercentage'],
  ['taxPercent', ofLine, 'taxPercentage'],
  ['discountAmount', ofLine, 'discount'],
  ['is_return', ofLine, 'isReturn'],
  ['return', ofLine, 'isReturn'],
  ['qty', ofSale, null],
  ['items', ofSale, null],
  ['sku', ofLine, null],
  ['count', ofLine, null],
  ['id', ofLine, null],
  ['cashier', ofSale, null],
  ['', ofSale, null],
])('"%s" beside %j may be meant for %s', (name, known, meant) => {
  expect(nearName(name, known)).toBe(meant);
});

test('a name of any length takes no time', () => {
  expect(nearName('x'.repeat(200_000), ofSale)).toBeNull();
});
