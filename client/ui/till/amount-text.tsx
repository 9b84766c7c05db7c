import type { Amount } from '../../../server/contract/payments.ts';
import { moneyParts } from '../base/money.ts';
import { useTillTexts } from './till-context.tsx';

/** An amount with the currency set smaller than the number. */
export function AmountText({ amount }: { amount: Amount }) {
  const { locale } = useTillTexts();
  return (
    <span className="money">
      {moneyParts(amount, locale).map(({ text, isCurrency }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one amount have no other identity
        isCurrency ? <small key={index}>{text}</small> : text,
      )}
    </span>
  );
}
