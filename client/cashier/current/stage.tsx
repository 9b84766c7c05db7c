import type { ReactNode } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import type { Recents } from '../charge/recents.ts';
import { hasOffers, Offers } from '../charge/suggestions.tsx';
import type { useSale } from '../charge/use-sale.ts';
import { useTexts } from '../context/texts.ts';
import { LastSale } from './last-sale.tsx';

type Props = {
  /** The sale that counts now. */
  readonly shown: PaymentView | null;
  /** The last one, when it counts no more. */
  readonly past: PaymentView | null;
  readonly recents: Recents;
  readonly selling: ReturnType<typeof useSale>;
  /** To the keys, where they have no room beside this. */
  readonly onBack: () => void;
  readonly onRepeat: (payment: PaymentView) => void;
  readonly onOpen: (reference: string) => void;
  /** The sale that counts now. */
  readonly children: ReactNode;
};

/** The middle: what matters now. Until there is a sale, what the next one may be. */
export function Stage({ shown, past, recents, selling, onBack, onRepeat, onOpen, children }: Props) {
  const { cashier, stage } = useTexts().texts;
  if (shown) return children;
  const choose = (amountMinor: number) => {
    selling.choose(amountMinor);
    onBack();
  };
  const write = (text: string) => {
    selling.write(text);
    onBack();
  };
  return (
    <section className="now" aria-label={cashier.now}>
      {hasOffers(recents) ? (
        <>
          <h2 className="unseen">{cashier.idle.title}</h2>
          <Offers recents={recents} onAmount={choose} onText={write} />
        </>
      ) : (
        <div className="ready">
          <Icon name="scan" />
          <h2>{cashier.idle.title}</h2>
          <p>{cashier.idle.text}</p>
        </div>
      )}
      {past && (
        <LastSale payment={past} onRepeat={() => onRepeat(past)} onOpen={() => onOpen(past.reference)} />
      )}
      <button type="button" className="quiet to-pad" onClick={onBack}>
        {stage.backToTill}
      </button>
    </section>
  );
}
