import type { Line } from '../../../server/contract/payments.ts';
import type { SharedTexts } from '../texts/texts.ts';

export type LineTexts = {
  readonly lines: SharedTexts['lines'];
  readonly locale: string;
  readonly money: (amountMinor: number) => string;
};

/** What an order line is called on screens and slips, with its quantity unless that is one. */
export function lineName({ name, quantity, isReturn }: Line, { lines, locale }: LineTexts): string {
  const called = isReturn === true ? lines.returned(name) : name;
  if (quantity === 1) return called;
  return `${lines.quantity(new Intl.NumberFormat(locale).format(quantity))} ${called}`;
}

/** What was taken off, which is in the amount of the line already; null when nothing was. */
export const discountText = ({ discount }: Line, { lines, money }: LineTexts): string | null =>
  discount && discount.value > 0 ? lines.discount(money(discount.value)) : null;
