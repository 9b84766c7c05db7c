import type { PaymentView } from '../../server/contract/payments.ts';
import { NewSale } from './charge/new-sale.tsx';
import type { useSale } from './charge/use-sale.ts';
import { useTexts } from './context/texts.ts';
import { isPayable } from './start/attempt.ts';
import { NewSubscription } from './subscription/new-subscription.tsx';
import type { useSubscription } from './subscription/use-subscription.ts';

const kinds = ['sale', 'subscription'] as const;
/** What the left column is for. */
export type Kind = (typeof kinds)[number];

type Props = {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly selling: ReturnType<typeof useSale>;
  readonly subscribing: ReturnType<typeof useSubscription>;
  /** What the till shows now. */
  readonly current: PaymentView | null;
  readonly onEnter: () => void;
  readonly onOffers: (() => void) | null;
};

/** The left column: a sale, or a subscription where the till takes them. */
export function Sell({ kind, onKind, selling, subscribing, current, onEnter, onOffers }: Props) {
  const { till, texts } = useTexts();
  const isBusy = isPayable(current);
  const isSale = kind === 'sale';
  return (
    <section
      className="new-sale"
      aria-label={isSale ? texts.cashier.newSale : texts.subscription.title}
      data-kinds={till.subscriptions ? '' : undefined}
    >
      {till.subscriptions && <Kinds kind={kind} onKind={onKind} />}
      {isSale ? (
        <NewSale selling={selling} isBusy={isBusy} onEnter={onEnter} onOffers={onOffers} />
      ) : (
        <NewSubscription
          subscription={subscribing.subscription}
          isBusy={isBusy}
          onWrite={subscribing.write}
          onRefuse={subscribing.refuse}
          onShow={subscribing.show}
        />
      )}
    </section>
  );
}

function Kinds({ kind, onKind }: Pick<Props, 'kind' | 'onKind'>) {
  const texts = useTexts().texts.subscription.kinds;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a switch between two forms, not fields of one
    <div className="kinds" role="group" aria-label={texts.label}>
      {kinds.map((one) => (
        <button key={one} type="button" aria-pressed={one === kind} onClick={() => onKind(one)}>
          {texts[one]}
        </button>
      ))}
    </div>
  );
}
