// Payments in a spreadsheet.
import { expect, test } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { csvHead, toCsvLine } from './csv.ts';

const cellsOf = (line: string) => line.trimEnd().split(',');

test('[P9] amounts are decimals for the eye, and every column has a name', () => {
  const paid = { state: 'approved', capturedAmount: 24_905, refundedAmount: 5 } as const;
  const line = toCsvLine(aPayment({ ...paid, amount: { value: 24_905, currency: 'DKK' } }));
  expect(csvHead.startsWith('\ufeffreference,')).toBe(true);
  expect(cellsOf(line)).toHaveLength(cellsOf(csvHead).length);
  expect(line).toContain(',DKK,249.05,249.05,0.05,0.00,');
  expect(line.endsWith('\r\n')).toBe(true);
});

test.each([
  ['a comma', 'Tea, two', '"Tea, two"'],
  ['a quote', '12" pizza', '"12"" pizza"'],
  ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['what could be a formula', '-5', "'-5"],
  ['letters of any kind', 'Øl på Ærø', 'Øl på Ærø'],
])('a text with %s stays one cell, and does nothing', (_, text, cell) => {
  expect(toCsvLine(aPayment({ text }))).toContain(`,${cell},`);
});
