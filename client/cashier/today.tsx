import { useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { attentionOf, concernedMinor, sumsOf, tagOf } from './day.ts';
import { Details } from './details.tsx';
import { timeText } from './time-text.ts';
import { useRefunds } from './use-refunds.ts';
import { useToday } from './use-today.ts';

/** The right column: the day's payments, what needs attention above everything. `stamp` changes with the payment at the till. */
export function Today({ stamp }: { stamp: string }) {
  const { till, texts, money } = useWords();
  const { cashier } = texts;
  const { payments, isOld, refresh } = useToday(till.id, stamp);
  const refunds = useRefunds(refresh);
  const [opened, setOpened] = useState<string | null>(null);
  const { sales, totalMinor } = sumsOf(payments ?? []);
  const detailed = payments?.find((payment) => payment.reference === opened);
  return (
    <section className="today" aria-label={cashier.today}>
      <h2>{payments ? cashier.todayTotal(sales, money(totalMinor)) : cashier.today}</h2>
      <AttentionList payments={payments ?? []} onOpen={setOpened} />
      {isOld && <p className="warning">{cashier.listOld}</p>}
      {payments?.length === 0 && <p className="nothing">{cashier.noSales}</p>}
      {!payments && !isOld && <p className="nothing">{cashier.loading}</p>}
      <ul className="payments">
        {payments?.map((payment) => (
          <Row key={payment.reference} payment={payment} onOpen={setOpened} />
        ))}
      </ul>
      {detailed && (
        <Details
          key={detailed.reference}
          payment={detailed}
          refunds={refunds}
          onChanged={refresh}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

type RowProps = { payment: PaymentView; onOpen: (reference: string) => void };

function Row({ payment, onOpen }: RowProps) {
  const { till, texts, money } = useWords();
  const { name, tone } = tagOf(payment);
  return (
    <li>
      <button type="button" className="row" onClick={() => onOpen(payment.reference)}>
        <time dateTime={payment.createdAt}>{timeText(payment.createdAt, till.locale)}</time>
        <span className="row-text">{payment.text || payment.reference}</span>
        <b>{money(payment.amount.value)}</b>
        <span className="row-tags">
          <span className="tag" data-tone={tone}>
            {texts.cashier.tags[name]}
          </span>
          {payment.refundedAmount > 0 &&
            name !== 'refunded' &&
            texts.cashier.refundedSum(money(payment.refundedAmount))}
        </span>
      </button>
    </li>
  );
}

type AttentionProps = { payments: readonly PaymentView[]; onOpen: (reference: string) => void };

function AttentionList({ payments, onOpen }: AttentionProps) {
  const { till, texts, money } = useWords();
  const rows = payments.flatMap((payment) => {
    const reason = attentionOf(payment);
    return reason ? [{ payment, reason }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <div className="attention">
      <h3>{texts.cashier.attention}</h3>
      <ul>
        {rows.map(({ payment, reason }) => (
          <li key={payment.reference}>
            <button type="button" onClick={() => onOpen(payment.reference)}>
              <b>{timeText(payment.createdAt, till.locale)}</b>{' '}
              {texts.cashier.attentionTo[reason](money(concernedMinor(payment, reason)))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
