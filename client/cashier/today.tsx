import { useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { attentionOf, attentionText, offersRefund } from './attention.ts';
import { sumsOf } from './day.ts';
import { Details } from './details.tsx';
import { Row } from './row.tsx';
import { useCashierWords } from './session-context.tsx';
import { timeText } from './time-text.ts';
import type { Refunds } from './use-refunds.ts';
import { type Refresh, useToday } from './use-today.ts';

type Props = {
  /** Changes with the payment at the till. */
  readonly stamp: string;
  readonly refunds: Refunds;
  readonly onChanged: Refresh;
};
type Opened = { readonly reference: string; readonly asksRefund: boolean };

/** The right column: the day's payments, what needs attention above everything. */
export function Today({ stamp, refunds, onChanged }: Props) {
  const { till, texts, money } = useWords();
  const { cashier } = texts;
  const { payments, earlier, isOld } = useToday(till.id, stamp);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (reference: string, asksRefund = false) => setOpened({ reference, asksRefund });
  const { sales, subscribers, totalMinor } = sumsOf(payments ?? []);
  const matters = [...(payments ?? []), ...earlier];
  const detailed = matters.find((payment) => payment.reference === opened?.reference);
  return (
    <section className="today" aria-label={cashier.today}>
      <h2>{payments ? cashier.todayTotal(sales, subscribers, money(totalMinor)) : cashier.today}</h2>
      <AttentionList payments={matters} onOpen={open} />
      {isOld && <p className="warning">{cashier.listOld}</p>}
      {payments?.length === 0 && <p className="nothing">{cashier.noSales}</p>}
      {!payments && !isOld && <p className="nothing">{cashier.loading}</p>}
      <ul className="payments">
        {payments?.map((payment) => (
          <Row key={payment.reference} payment={payment} onOpen={open} />
        ))}
      </ul>
      {opened && detailed && (
        <Details
          key={detailed.reference}
          payment={detailed}
          refunds={refunds}
          asksRefund={opened.asksRefund}
          onChanged={onChanged}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

type AttentionProps = {
  readonly payments: readonly PaymentView[];
  readonly onOpen: (reference: string, asksRefund?: boolean) => void;
};

function AttentionList({ payments, onOpen }: AttentionProps) {
  const { till } = useWords();
  const words = useCashierWords();
  const { cashier, refundUpTo } = words;
  const rows = payments.flatMap((payment) => {
    const reason = attentionOf(payment);
    return reason ? [{ payment, text: attentionText(payment, reason, words) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <div className="attention">
      <h3>{cashier.attention}</h3>
      <ul>
        {rows.map(({ payment, text }) => (
          <li key={payment.reference}>
            <button type="button" onClick={() => onOpen(payment.reference)}>
              <b>{timeText(payment.createdAt, till.locale)}</b> {text}
            </button>
            {offersRefund(payment, refundUpTo) && (
              <button type="button" className="offer" onClick={() => onOpen(payment.reference, true)}>
                {cashier.refund}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
