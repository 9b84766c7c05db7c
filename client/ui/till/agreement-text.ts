// What an agreement costs, in words.
import type { NewAgreement } from '../../../server/contract/payments.ts';
import type { Texts } from '../texts/texts.ts';

export type PriceTexts = {
  readonly agreement: Texts['agreement'];
  /** An amount in minor units, as the locale writes it. */
  readonly money: (amountMinor: number) => string;
};

/** `99,00 kr a month` */
export function priceText(
  { pricing, interval }: Pick<NewAgreement, 'pricing' | 'interval'>,
  { agreement, money }: PriceTexts,
): string {
  return agreement.price(money(pricing.amount.value), interval);
}

/** What the customer pays at once, if anything. */
export function payNowText(
  { initialCharge }: Pick<NewAgreement, 'initialCharge'>,
  { agreement, money }: PriceTexts,
): string {
  return initialCharge ? agreement.payNow(money(initialCharge.amount.value)) : agreement.payNothingNow;
}
