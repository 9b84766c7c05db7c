import { useEffect, useRef } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { AmountText } from '../ui/amount-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/till-context.tsx';
import { capturePayment } from './actions.ts';
import { capturableMinor, tagOf } from './day.ts';
import { Refund } from './refund.tsx';
import { exactTimeText } from './time-text.ts';
import { useAction } from './use-action.ts';
import type { Refunds } from './use-refunds.ts';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** Everything about one payment, and what can be done with it now. */
export function Details({ payment, refunds, onChanged, onClose }: Props) {
  const { texts } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const { name, tone } = tagOf(payment);
  return (
    <dialog ref={dialog} className="details" aria-labelledby="details-title" onClose={onClose}>
      <header>
        <h2 id="details-title">{texts.cashier.details}</h2>
        <button type="button" className="close" aria-label={texts.cashier.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p className="amount">
        <AmountText amount={payment.amount} />
      </p>
      <span className="tag" data-tone={tone}>
        {texts.cashier.tags[name]}
      </span>
      {payment.text && <p className="sale-text">{payment.text}</p>}
      <Facts payment={payment} />
      {capturableMinor(payment) > 0 && <Capture payment={payment} onChanged={onChanged} />}
      <Refund payment={payment} refunds={refunds} />
    </dialog>
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

function Capture({ payment, onChanged }: Pick<Props, 'payment' | 'onChanged'>) {
  const { texts, app, money } = useWords();
  const { cashier } = texts;
  const { problem } = payment;
  const { run, isPending, failure } = useAction(async () => {
    await capturePayment(payment.reference).finally(onChanged);
  });
  return (
    <div className="act">
      {problem?.code === 'capture_failed' && (
        <p className="warning">{cashier.refusedBecause(app, problem.message)}</p>
      )}
      <div role="alert">{failure && <p className="warning">{cashier.errors(app)[failure]}</p>}</div>
      <button type="button" className="filled" disabled={isPending} onClick={run}>
        {isPending ? cashier.capturing : cashier.capture(money(capturableMinor(payment)))}
      </button>
    </div>
  );
}
