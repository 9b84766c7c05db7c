import type { PaymentView } from '../../server/contract.ts';
import { AmountText } from '../ui/amount-text.tsx';
import { useWords } from '../ui/till-context.tsx';
import { attentionOf, attentionText } from './attention.ts';
import { Capture } from './capture.tsx';
import { tagOf } from './day.ts';
import { Dialog } from './dialog.tsx';
import { History } from './history.tsx';
import { Refund } from './refund.tsx';
import { useCashierWords } from './session-context.tsx';
import { exactTimeText } from './time-text.ts';
import type { Refunds } from './use-refunds.ts';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  /** Opened in order to refund: asks at once how much. */
  readonly asksRefund: boolean;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** Everything about one payment, and what can be done with it now. */
export function Details({ payment, refunds, asksRefund, onChanged, onClose }: Props) {
  const { texts } = useWords();
  const { name, tone } = tagOf(payment);
  return (
    <Dialog title={texts.cashier.details} onClose={onClose}>
      <p className="amount">
        <AmountText amount={payment.amount} />
      </p>
      <span className="tag" data-tone={tone}>
        {texts.cashier.tags[name]}
      </span>
      {payment.text && <p className="sale-text">{payment.text}</p>}
      <Trouble payment={payment} />
      <Facts payment={payment} />
      <Capture payment={payment} onChanged={onChanged} />
      <Refund payment={payment} refunds={refunds} asksAtOnce={asksRefund} />
      <History payment={payment} />
    </Dialog>
  );
}

/** Why it needs attention; of a refusal, also what Vipps said. */
function Trouble({ payment }: { payment: PaymentView }) {
  const words = useCashierWords();
  const { problem } = payment;
  const reason = attentionOf(payment);
  if (!reason) return null;
  const wasRefused = problem?.code === 'capture_failed' || problem?.code === 'refund_failed';
  return (
    <div className="warning">
      <p>{attentionText(payment, reason, words)}</p>
      {wasRefused && problem.message && <p>{words.cashier.saidBy(words.app, problem.message)}</p>}
    </div>
  );
}

function Facts({ payment }: { payment: PaymentView }) {
  const { till, texts, money } = useWords();
  const { cashier } = texts;
  const facts = [
    [cashier.reference, payment.reference],
    [cashier.startedAt, exactTimeText(payment.createdAt, till.locale)],
    [cashier.changedAt, exactTimeText(payment.updatedAt, till.locale)],
    [cashier.captured, money(payment.capturedAmount)],
    [cashier.refunded, money(payment.refundedAmount)],
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
