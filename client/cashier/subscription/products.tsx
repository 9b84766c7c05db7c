import { useState } from 'react';
import type { NewAgreement, ProductView } from '../../../server/contract/payments.ts';
import { failureOf } from '../../ui/api/api.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { StaffIcon } from '../../ui/parts/staff-icon.tsx';
import { priceText } from '../../ui/till/agreement-text.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { removeProduct } from './api.ts';

type Props = {
  readonly products: readonly ProductView[];
  readonly onChoose: (terms: NewAgreement) => void;
  readonly onRemoved: () => void;
};

/** The saved products, each a button that fills in the form; managers can remove one. */
export function Products({ products, onChoose, onRemoved }: Props) {
  const { texts, money } = useTexts();
  const { subscription } = texts;
  const { role } = useStaff();
  const [removing, setRemoving] = useState<ProductView | null>(null);
  if (products.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that fill in a form, not fields of it
    <div className="products" role="group" aria-label={subscription.products}>
      <ul>
        {products.map((product) => (
          <li key={product.id}>
            <button type="button" onClick={() => onChoose(product)}>
              <b>{product.product.name}</b>
              <small>{priceText(product, { agreement: texts.agreement, money })}</small>
            </button>
            {role === 'manager' && (
              <button
                type="button"
                className="remove"
                aria-label={subscription.remove(product.product.name)}
                onClick={() => setRemoving(product)}
              >
                <StaffIcon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveProduct
          key={removing.id}
          product={removing}
          onBack={() => setRemoving(null)}
          onDone={() => {
            setRemoving(null);
            onRemoved();
          }}
        />
      )}
    </div>
  );
}

type RemoveProps = { product: ProductView; onBack: () => void; onDone: () => void };

function RemoveProduct({ product, onBack, onDone }: RemoveProps) {
  const { till, texts } = useTexts();
  const { subscription, access } = texts;
  const action = useAction(async () => {
    await removeProduct(till.id, product.id).catch((error: unknown) => {
      // Another manager has removed it already.
      if (failureOf(error) !== 'not_found') throw error;
    });
    onDone();
  });
  return (
    <Confirm
      question={subscription.removeQuestion(product.product.name)}
      no={subscription.keep}
      yes={subscription.removeYes}
      isPending={action.isPending}
      onNo={onBack}
      onYes={action.run}
    >
      <FailureNote action={action} texts={access} />
    </Confirm>
  );
}
