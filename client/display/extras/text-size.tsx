import { useEffect } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../texts/texts.ts';
import { useCustomerChoice } from './use-customer-choice.ts';

/** Larger text for this customer. */
export function TextSize({ payment }: { payment: PaymentView | null }) {
  const { texts } = useTexts();
  const [isLarge, setLarge] = useCustomerChoice<true>('large', payment);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', isLarge === true);
  }, [isLarge]);
  return (
    <button
      type="button"
      className="text-size"
      aria-label={texts.display.largeText}
      aria-pressed={isLarge === true}
      onClick={() => setLarge(isLarge ? null : true)}
    >
      <span aria-hidden="true">A</span>
    </button>
  );
}
