import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { customerTitle } from './customer-status.ts';
import { type Health, healthText, needsThisScreen } from './health.ts';

type Props = {
  /** What the till shows now. */
  readonly current: PaymentView | null;
  readonly health: Health;
  /** The QR is shown large, for the customer to scan it here. */
  readonly isHere: boolean;
  readonly onHere: (here: boolean) => void;
};

/** A small summary of what the customer's screen shows, whether a display is connected, and the QR here if none is. */
export function CustomerScreen({ current, health, isHere, onHere }: Props) {
  const { texts, app } = useTexts();
  const { counter, display } = texts;
  const hasQr = current?.state === 'presented' && current.qr !== null;
  const isForced = needsThisScreen(health);
  return (
    <div className="customer-screen" data-health={health.kind}>
      <CashierIcon name="tablet" />
      {isForced ? (
        <p>{healthText(health, counter.screen)}</p>
      ) : (
        <p>
          <span>{counter.customerReads}</span> <b>{customerTitle(current, display, app)}</b>
        </p>
      )}
      {hasQr && !isForced && (
        <button type="button" className="quiet" aria-pressed={isHere} onClick={() => onHere(!isHere)}>
          {isHere ? counter.small : counter.showHere}
        </button>
      )}
      <div role="status">{hasQr && isForced && <p className="warning">{counter.turnScreen}</p>}</div>
    </div>
  );
}

/** In the bar: when the customer's screen was seen. The seconds are not announced. */
export function ScreenHealth({ health }: { health: Health }) {
  const { counter } = useTexts().texts;
  const text = healthText(health, counter.screen);
  return (
    text && (
      <span className="health" data-health={health.kind}>
        {text}
      </span>
    )
  );
}
