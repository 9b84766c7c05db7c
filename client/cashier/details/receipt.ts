// What a printed confirmation of one payment says. Amounts are minor units until they are written.
// It is no receipt of the purchase: that is the cash register's.
import type { Line, PaymentView, TillView } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { discountText, lineName } from '../../ui/till/line-text.ts';
import { reservedMinor } from '../payment/balances.ts';

export type ReceiptTexts = Pick<Texts, 'receipt' | 'cashier' | 'lines'> & {
  readonly app: string;
  readonly locale: string;
  readonly money: (amountMinor: number) => string;
  /** An ISO 8601 instant as day and time. */
  readonly moment: (iso: string) => string;
};

/** A word or two on the left, an amount or the like on the right. */
export type Entry = readonly [label: string, value: string];

/** Tax that is in an amount, in minor units, rounded to the nearest; of a return as of the sale. The percentage has at most two decimals. */
export function taxIn(amountMinor: number, percentage: number): number {
  const hundredths = Math.round(percentage * 100);
  const taxMinor = Math.round((Math.abs(amountMinor) * hundredths) / (10_000 + hundredths));
  return amountMinor < 0 ? -taxMinor : taxMinor;
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
    .sort(([one], [other]) => other - one)
    .map(([percentage, amountMinor]) => ({ percentage, taxMinor: taxIn(amountMinor, percentage) }));
}

/**
 * What a slip has to say that does not come from the cash register itself, in type at least half as large again as that of the amounts
 * (the Norwegian regulation of cash register systems, § 2-8-8); the law's own words, in whatever language the till speaks.
 */
const norwegianMark = 'IKKE KVITTERING FOR KJØP';

/** Whether there is a confirmation: something is captured or reserved. A payment that was released before its capture has none. */
export const hasReceipt = (payment: PaymentView) =>
  payment.state === 'approved' && payment.capturedAmount + reservedMinor(payment) > 0;

/** What stands at the top: who sells, and under it the till where that is another name. */
export function headOf({ name, seller }: Pick<TillView, 'name' | 'seller'>) {
  const { registration = null, address = null } = seller ?? {};
  const till = seller?.name ? name : null;
  const lines = [registration, address, till].filter((line) => line !== null);
  return { title: seller?.name ?? name, lines };
}

/** A line, and under it what was taken off. */
function entriesOf(line: Line, texts: ReceiptTexts): Entry[] {
  const entry: Entry = [lineName(line, texts), texts.money(line.amount.value)];
  const discount = discountText(line, texts);
  return discount === null ? [entry] : [entry, [discount, '']];
}

export function receiptOf(payment: PaymentView, texts: ReceiptTexts) {
  const { receipt, cashier, app, locale, money, moment } = texts;
  const { amount, lines, reference, createdAt, capturedAmount, refundedAmount, releasedAmount } = payment;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const goods: Entry[] =
    lines.length > 0
      ? lines.flatMap((line) => entriesOf(line, texts))
      : [[payment.text || receipt.total, money(amount.value)]];
  const taxes = taxesOf(lines).map(
    ({ percentage, taxMinor }): Entry => [receipt.tax(percent.format(percentage / 100)), money(taxMinor)],
  );
  const reserved = reservedMinor(payment);
  const moved: Entry[] = [
    ...(reserved > 0 ? [[receipt.reserved, money(reserved)] as const] : []),
    ...(capturedAmount > 0 ? [[cashier.captured, money(capturedAmount)] as const] : []),
    ...(refundedAmount > 0 ? [[cashier.refunded, money(refundedAmount)] as const] : []),
    ...(releasedAmount > 0 ? [[cashier.released, money(releasedAmount)] as const] : []),
  ];
  return {
    goods,
    total: [receipt.total, money(amount.value)] as Entry,
    taxes,
    facts: [...moved, [receipt.date, moment(createdAt)], [cashier.reference, reference]] as Entry[],
    mark: amount.currency === 'NOK' ? norwegianMark : null,
    paidWith: capturedAmount > 0 ? receipt.paidWith(app) : receipt.reservedWith(app),
  };
}
