import type { PaymentView } from '../../../server/contract/payments.ts';
import { OrderLines } from '../../ui/till/order-lines.tsx';
import { serverClock } from '../../ui/till/server-clock.ts';
import { usePaymentTexts } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { attentionOf, attentionText } from '../payment/attention.ts';
import { PaymentTags } from '../payment/payment-tags.tsx';
import { Price } from '../payment/price.tsx';
import { noticeOf } from '../payment/status-text.ts';
import { exactTimeText } from '../payment/time-text.ts';
import { Refund } from '../refund/refund.tsx';
import type { Refunds } from '../refund/use-refunds.ts';
import { PrintSlips } from '../slip/print-slips.tsx';
import { useStoppedElsewhere } from '../subscription/use-stopped-elsewhere.ts';
import type { Refresh } from '../today/use-today.ts';
import { Capture } from './capture.tsx';
import { CheckPayment } from './check-payment.tsx';
import { History } from './history.tsx';
import { Release } from './release.tsx';
import { StopAgreement } from './stop-agreement.tsx';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  /** Opened in order to refund: asks at once how much. */
  readonly asksRefund: boolean;
  /** Whether it says at which till it was. */
  readonly withTill?: boolean;
  readonly onChanged: Refresh;
  readonly onClose: () => void;
  /** Keys in what it was for; null at another till. */
  readonly onRepeat: (() => void) | null;
};

/** Everything about one payment, and what can be done with it now. */
export function Details(props: Props) {
  const { payment, refunds, asksRefund, withTill = false, onChanged, onClose, onRepeat } = props;
  const { till, texts } = useTexts();
  useStoppedElsewhere(payment, onChanged);
  const title = withTill ? `${texts.cashier.details}, ${till.name}` : texts.cashier.details;
  return (
    <Dialog title={title} onClose={onClose}>
      <Price payment={payment} />
      {payment.agreement?.status === 'active' && <p className="beyond">{texts.subscription.laterPayments}</p>}
      <PaymentTags payment={payment} />
      {payment.text && !payment.agreement && <p className="sale-text">{payment.text}</p>}
      <Matter payment={payment} />
      <Notice payment={payment} />
      {payment.lines.length > 0 && !payment.agreement && <OrderLines lines={payment.lines} />}
      <Facts payment={payment} />
      <Capture payment={payment} onChanged={onChanged} />
      <Release payment={payment} onChanged={onChanged} />
      <Refund payment={payment} refunds={refunds} asksAtOnce={asksRefund} />
      <StopAgreement payment={payment} onChanged={onChanged} />
      <div className="aside">
        <CheckPayment payment={payment} onChanged={onChanged} />
        <PrintSlips payment={payment} />
        {onRepeat && payment.agreement === null && (
          <button type="button" className="quiet" onClick={onRepeat}>
            {texts.stage.repeat}
          </button>
        )}
      </div>
      <History payment={payment} />
    </Dialog>
  );
}

const refusals = ['capture_failed', 'refund_failed', 'release_failed', 'stop_failed'];

/** Why the payment needs attention; after a refusal also Vipps' message. */
function Matter({ payment }: { payment: PaymentView }) {
  const texts = usePaymentTexts();
  const { problem } = payment;
  const reason = attentionOf(payment);
  if (!reason) return null;
  const wasRefused = refusals.some((code) => code === problem?.code);
  return (
    <div className="warning">
      <p>{attentionText(payment, reason, texts)}</p>
      {wasRefused && problem?.message && <p>{texts.cashier.saidBy(texts.app, problem.message)}</p>}
    </div>
  );
}

/** What staff should know but need not act on, with Vipps' message. */
function Notice({ payment }: { payment: PaymentView }) {
  const texts = usePaymentTexts();
  const notice = noticeOf(payment, texts);
  if (notice === null) return null;
  return (
    <p>
      {notice} {texts.cashier.saidBy(texts.app, payment.problem?.message ?? '')}
    </p>
  );
}

function Facts({ payment }: { payment: PaymentView }) {
  const { till, texts, money } = useTexts();
  const { cashier } = texts;
  const facts = [
    [cashier.reference, payment.reference],
    [cashier.startedAt, exactTimeText(payment.createdAt, till, serverClock.nowMs())],
    [cashier.changedAt, exactTimeText(payment.updatedAt, till, serverClock.nowMs())],
    [cashier.captured, money(payment.capturedAmount)],
    [cashier.refunded, money(payment.refundedAmount)],
    ...(payment.releasedAmount > 0 ? [[cashier.released, money(payment.releasedAmount)]] : []),
  ];
  return (
    <dl>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
