import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Deadlines } from '../../ui/till/deadlines.ts';
import { useTexts } from '../context/texts.ts';
import type { Health } from '../displays/health.ts';
import type { Refunds } from '../refund/use-refunds.ts';
import type { Refresh } from '../today/use-today.ts';
import { Acts } from './acts.tsx';
import { SaleActions } from './sale-actions.tsx';
import { SaleCard } from './sale-card.tsx';
import type { ChargeAgain } from './use-charge-again.ts';

type Props = {
  readonly payment: PaymentView;
  readonly health: Health;
  readonly deadlines: Deadlines | null;
  readonly refunds: Refunds;
  readonly again: ChargeAgain;
  /** Whether Enter charges again, and not what is keyed in. */
  readonly isEnterAgain: boolean;
  /** The cashier is being asked whether to cancel. */
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
  readonly onChanged: Refresh;
  readonly onChange: () => void;
  readonly onNewSale: () => void;
  /** Turns this screen to the customer. */
  readonly onTurn: () => void;
  /** Shows a payment in full. */
  readonly onOpen: (reference: string) => void;
};

/** The sale that counts now: what the customer sees, or how it ended, and what can be done about it right there. */
export function CurrentPayment(props: Props) {
  const { payment, health, deadlines, refunds, onChanged, onTurn, onOpen } = props;
  const { cashier } = useTexts().texts;
  return (
    <section className="now" aria-label={cashier.now}>
      <SaleCard payment={payment} health={health} deadlines={deadlines} onTurn={onTurn} onOpen={onOpen}>
        <Acts payment={payment} refunds={refunds} onChanged={onChanged} />
      </SaleCard>
      <SaleActions {...props} key={payment.reference} />
    </section>
  );
}
