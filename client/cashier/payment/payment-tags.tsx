import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { isRefundedInFull, isReleasedInFull, reservedMinor } from './balances.ts';
import { tagsOf } from './day.ts';
import { dayText } from './time-text.ts';

/** What a payment is called, and what went back of it where the tags do not say so. */
export function PaymentTags({ payment }: { payment: PaymentView }) {
  const { till, texts, locale, money } = useTexts();
  const { cashier } = texts;
  const { captureBy, capturedAmount, refundedAmount, releasedAmount } = payment;
  const reservedAmount = reservedMinor(payment);
  return (
    <span className="tags">
      {tagsOf(payment).map(({ name, tone }) => (
        <span className="tag" key={name} data-tone={tone}>
          {texts.tags[name]}
        </span>
      ))}
      {refundedAmount > 0 && !isRefundedInFull(payment) && (
        <span>{cashier.refundedSum(money(refundedAmount))}</span>
      )}
      {capturedAmount > 0 && reservedAmount > 0 && <span>{cashier.reservedSum(money(reservedAmount))}</span>}
      {releasedAmount > 0 && !isReleasedInFull(payment) && (
        <span>{cashier.releasedSum(money(releasedAmount))}</span>
      )}
      {captureBy !== null && <span>{cashier.captureBy(dayText(captureBy, { ...till, locale }))}</span>}
    </span>
  );
}
