// What a printed receipt of one payment says. Amounts are minor units until they are written.
import type { Line, PaymentView } from '../../../server/contract.ts';
import type { Texts } from '../../ui/texts/texts.ts';

export type ReceiptWords = {
  readonly texts: Pick<Texts, 'receipt' | 'cashier' | 'lines'>;
  readonly app: string;
  readonly locale: string;
  readonly money: (amountMinor: number) => string;
  /** An ISO 8601 instant as day and time. */
  readonly moment: (iso: string) => string;
};

/** A word or two on the left, an amount or the like on the right. */
export type Entry = readonly [label: string, value: string];

/** Tax that is in an amount, in minor units, rounded to the nearest. The percentage has at most two decimals. */
export function taxIn(amountMinor: number, percentage: number): number {
  const hundredths = Math.round(percentage * 100);
  return Math.round((amountMinor * hundredths) / (10_000 + hundredths));
}

/** How much tax is in the lines, by percentage, the highest first. */
export function taxesOf(
  lines: readonly Line[],
): { readonly percentage: number; readonly taxMinor: number }[] {
  const sums = new Map<number, number>();
  for (const { taxPercentage, amount } of lines) {
    if (taxPercentage !== undefined) {
      sums.set(taxPercentage, (sums.get(taxPercentage) ?? 0) + amount.value);
    }
  }
  return [...sums]
    .toSorted(([one], [other]) => other - one)
    .map(([percentage, amountMinor]) => ({ percentage, taxMinor: taxIn(amountMinor, percentage) }));
}

/** Only what was paid has a receipt. */
export const hasReceipt = ({ state, amount }: PaymentView) => state === 'approved' && amount.value > 0;

export function receiptOf(payment: PaymentView, words: ReceiptWords) {
  const { texts, app, locale, money, moment } = words;
  const { receipt, cashier } = texts;
  const { amount, lines, reference, createdAt, capturedAmount, refundedAmount, releasedAmount } = payment;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const nameOf = ({ quantity, name }: Line) =>
    quantity === 1 ? name : `${texts.lines.quantity(number.format(quantity))} ${name}`;
  const goods: Entry[] =
    lines.length > 0
      ? lines.map((line): Entry => [nameOf(line), money(line.amount.value)])
      : [[payment.text || receipt.total, money(amount.value)]];
  const taxes = taxesOf(lines).map(
    ({ percentage, taxMinor }): Entry => [receipt.tax(percent.format(percentage / 100)), money(taxMinor)],
  );
  const moved: Entry[] = [
    [cashier.captured, money(capturedAmount)],
    ...(refundedAmount > 0 ? [[cashier.refunded, money(refundedAmount)] as const] : []),
    ...(releasedAmount > 0 ? [[cashier.released, money(releasedAmount)] as const] : []),
  ];
  return {
    goods,
    total: [receipt.total, money(amount.value)] as Entry,
    taxes,
    facts: [...moved, [receipt.date, moment(createdAt)], [cashier.reference, reference]] as Entry[],
    paidWith: receipt.paidWith(app),
  };
}
