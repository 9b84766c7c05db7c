import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { customerTitle } from './customer-status.ts';
import { type Health, healthText, needsThisScreen } from './health.ts';

type Props = {
  /** What the till shows now. */
  readonly current: PaymentView | null;
  readonly health: Health;
};

/** In the bar: what the customer reads now, or that no display shows it. One dot says that all is well. */
export function CustomerScreen({ current, health }: Props) {
  const { texts, app } = useTexts();
  const { counter, display } = texts;
  return (
    <p className="health" data-health={health.kind}>
      {needsThisScreen(health) ? (
        <span>{healthText(health, counter.screen)}</span>
      ) : (
        <span className="fine">
          {counter.customerReads} <b>{customerTitle(current, display, app)}</b>
        </span>
      )}
    </p>
  );
}
