import { useEffect, useRef, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { type Deadlines, nextDeadlineMs } from '../../ui/till/deadlines.ts';
import { TimeLeft } from '../../ui/till/time-left.tsx';
import { usePaymentTexts } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { Capture } from '../details/capture.tsx';
import { Release } from '../details/release.tsx';
import { StopAgreement } from '../details/stop-agreement.tsx';
import { CustomerScreen } from '../displays/customer-screen.tsx';
import { type Health, needsThisScreen } from '../displays/health.ts';
import { attentionOf, offersRefund } from '../payment/attention.ts';
import { Price } from '../payment/price.tsx';
import { type StatusText, statusTextOf } from '../payment/status-text.ts';
import { Refund } from '../refund/refund.tsx';
import type { Refunds } from '../refund/use-refunds.ts';
import { isPayable } from '../start/attempt.ts';
import type { Refresh } from '../today/use-today.ts';
import { CancelPayment } from './cancel-payment.tsx';
import { stepsOf } from './progress.ts';

type Props = {
  readonly payment: PaymentView | null;
  /** What the till shows now: the one in the middle may be over. */
  readonly current: PaymentView | null;
  readonly health: Health;
  readonly deadlines: Deadlines | null;
  readonly refunds: Refunds;
  /** The cashier is being asked whether to cancel. */
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
  readonly onChanged: Refresh;
  readonly onNewSale: () => void;
  /** Shows a payment in full. */
  readonly onOpen: (reference: string) => void;
};

/** On a phone the keypad is below what it started, which comes into sight by itself. */
const onePane = '(max-width: 679px)';

/** The middle column: what the customer sees now, or how the last sale ended. */
export function CurrentPayment(props: Props) {
  const { payment, current, health, deadlines } = props;
  const { cashier } = useTexts().texts;
  const [wantedHere, wantHere] = useState<string | null>(null);
  const isWanted = current !== null && wantedHere === current.reference;
  const section = useRef<HTMLElement>(null);
  const reference = payment?.reference;
  useEffect(() => {
    if (reference && matchMedia(onePane).matches) section.current?.scrollIntoView();
  }, [reference]);
  return (
    <section className="now" ref={section} aria-label={cashier.now}>
      <h2>{isPayable(payment) || !payment ? cashier.onScreen : cashier.thisSale}</h2>
      <CustomerScreen
        current={current}
        health={health}
        isHere={isWanted}
        onHere={(here) => wantHere(here && current ? current.reference : null)}
      />
      <Mirror payment={payment} deadlines={deadlines} isHere={isWanted || needsThisScreen(health)} />
      {payment && <Next {...props} payment={payment} key={payment.reference} />}
    </section>
  );
}

/** What the cashier can do about the payment, right there. */
function Next({
  payment,
  refunds,
  asks,
  onAsk,
  onChanged,
  onNewSale,
  onOpen,
}: Props & { payment: PaymentView }) {
  const { cashier } = useTexts().texts;
  const asksForRefund = offersRefund(payment) || refunds.attemptFor(payment) !== null;
  return (
    <div className="next">
      {asksForRefund && <Refund payment={payment} refunds={refunds} />}
      {attentionOf(payment) === 'capture_failed' && <Capture payment={payment} onChanged={onChanged} />}
      {attentionOf(payment) === 'release_failed' && <Release payment={payment} onChanged={onChanged} />}
      <StopAgreement payment={payment} onChanged={onChanged} />
      {isPayable(payment) ? (
        <CancelPayment payment={payment} asks={asks} onAsk={onAsk} />
      ) : (
        <div className="answers">
          <button type="button" className="quiet" onClick={onNewSale}>
            {cashier.newSale}
          </button>
          <button type="button" className="quiet" onClick={() => onOpen(payment.reference)}>
            {cashier.openDetails}
          </button>
        </div>
      )}
    </div>
  );
}

type MirrorProps = Pick<Props, 'payment' | 'deadlines'> & { readonly isHere: boolean };

function Mirror({ payment, deadlines, isHere }: MirrorProps) {
  const { till, texts } = useTexts();
  const paymentTexts = usePaymentTexts();
  const idle: StatusText = { icon: 'scan', tone: 'calm', isUrgent: false, ...texts.cashier.idle };
  const status = payment ? statusTextOf(payment, paymentTexts) : idle;
  const untilMs = payment && nextDeadlineMs(payment, deadlines);
  const text = payment?.agreement || payment?.text === till.name ? '' : payment?.text;
  return (
    <div className="mirror" data-tone={status.tone} data-here={isHere && payment?.state === 'presented'}>
      <Figure payment={payment} status={status} />
      {payment && <Price payment={payment} />}
      {text && <p className="sale-text">{text}</p>}
      <div className="words" role="status">
        <h3>{status.title}</h3>
        {status.text && <p className={status.isUrgent ? 'warning' : undefined}>{status.text}</p>}
        {payment && isTrouble(payment, status) && (
          <p className="support">{texts.trouble.support(payment.reference)}</p>
        )}
      </div>
      {untilMs !== null && <TimeLeft untilMs={untilMs} />}
      {payment && <Steps payment={payment} />}
    </div>
  );
}

const isTrouble = ({ state }: PaymentView, { isUrgent }: StatusText) => isUrgent || state === 'failed';

function Figure({ payment, status }: { payment: PaymentView | null; status: StatusText }) {
  const { texts } = useTexts();
  if (payment?.state === 'presented' && payment.qr) {
    return (
      <div className="code">
        <QrCode href={payment.qr.href} alt={texts.cashier.qrAlt} />
      </div>
    );
  }
  return (
    <div className="badge" data-tone={status.tone} key={status.icon}>
      <Icon name={status.icon} />
    </div>
  );
}

function Steps({ payment }: { payment: PaymentView }) {
  const { texts } = useTexts();
  return (
    <ol className="steps">
      {stepsOf(payment)?.map(({ step, status }) => (
        <li key={step} data-step={status} aria-current={status === 'now' ? 'step' : undefined}>
          {texts.cashier.steps[step]}
        </li>
      ))}
    </ol>
  );
}
