import type { AgreementView, PaymentView } from '../../../server/contract/payments.ts';
import { priceText } from '../../ui/till/agreement-text.ts';
import { AmountText } from '../../ui/till/amount-text.tsx';
import { useTexts } from '../context/texts.ts';

/** The amount of a sale, or the price of an agreement. */
export function Price({ payment }: { payment: PaymentView }) {
  if (payment.agreement) return <Agreement agreement={payment.agreement} />;
  return (
    <p className="amount">
      <AmountText amount={payment.amount} />
    </p>
  );
}

function Agreement({ agreement }: { agreement: AgreementView }) {
  const { texts, money } = useTexts();
  const { subscription } = texts;
  const { product, initialCharge } = agreement;
  return (
    <div className="agreement">
      <p className="product">{product.name}</p>
      {product.description && <p className="description">{product.description}</p>}
      <p className="price">{priceText(agreement, { agreement: texts.agreement, money })}</p>
      <p>
        {initialCharge
          ? subscription.firstPayment(money(initialCharge.amount.value), initialCharge.description)
          : subscription.noFirstPayment}
      </p>
    </div>
  );
}
