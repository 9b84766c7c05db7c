import type { CSSProperties } from 'react';
import type { AgreementView } from '../../../server/contract/payments.ts';
import { payNowText, priceText } from '../../ui/till/agreement-text.ts';
import { useTexts } from '../texts/texts.ts';

/** What the customer is to agree to. A long price is set smaller rather than cut off. */
export function Terms({ agreement }: { agreement: AgreementView }) {
  const { texts, money } = useTexts();
  const priceTexts = { agreement: texts.agreement, money };
  const { name, description } = agreement.product;
  const price = priceText(agreement, priceTexts);
  return (
    <>
      <p className="product">{name}</p>
      {description && <p className="description">{description}</p>}
      <p className="price" style={{ '--characters': price.length } as CSSProperties}>
        {price}
      </p>
      <p className="pay-now">{payNowText(agreement, priceTexts)}</p>
    </>
  );
}
