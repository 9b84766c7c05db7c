import type { PaymentView } from '../../../server/contract/payments.ts';
import type { TillDay } from '../../../server/contract/reconciliation.ts';
import { StaffIcon } from '../../ui/parts/staff-icon.tsx';
import { serverClock } from '../../ui/till/server-clock.ts';
import { usePaymentTexts } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { Details } from '../details/details.tsx';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { attentionOf, attentionText, offersRefund } from '../payment/attention.ts';
import { PaymentRow } from '../payment/payment-row.tsx';
import { whenText } from '../payment/time-text.ts';
import type { Refunds } from '../refund/use-refunds.ts';
import { salesByHour } from './hours.ts';
import { HoursChart } from './hours-chart.tsx';
import type { Refresh, Today as TodayNow } from './use-today.ts';

type Props = {
  readonly today: TodayNow;
  readonly refunds: Refunds;
  readonly onChanged: Refresh;
  readonly onFind: () => void;
  /** The payment in the middle. */
  readonly shown: PaymentView | null;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
  /** Keys in what a payment was for. */
  readonly onRepeat: (payment: PaymentView) => void;
};
/** A payment that is shown in full. */
export type Opened = { readonly reference: string; readonly asksRefund: boolean };

/** The right column: the day's payments, what needs attention above everything. */
export function Today(props: Props) {
  const { today, refunds, onChanged, onFind, shown, opened, onOpen, onRepeat } = props;
  const { texts, money } = useTexts();
  const { cashier } = texts;
  const { day, payments, earlier, isOld } = today;
  const moved = day?.earlier ?? [];
  const open = (reference: string, asksRefund = false) => onOpen({ reference, asksRefund });
  const matters = [...(payments ?? []), ...earlier];
  const detailed = [...matters, ...moved, ...(shown ? [shown] : [])].find(
    (payment) => payment.reference === opened?.reference,
  );
  return (
    <section className="today" aria-label={cashier.today}>
      <header>
        <h2>
          {day ? cashier.todayTotal(day.sales, day.subscribers, money(day.totals.netAmount)) : cashier.today}
        </h2>
        <button type="button" className="quiet only-narrow" onClick={onFind}>
          <CashierIcon name="find" />
          {texts.finding.open}
          <KeyHint name="/" />
        </button>
      </header>
      <AttentionList payments={matters} onOpen={open} />
      {isOld && <p className="warning">{cashier.listOld}</p>}
      {day && payments && <Chart day={day} payments={payments} />}
      {payments?.length === 0 && <p className="nothing">{cashier.noSales}</p>}
      {!payments && !isOld && <p className="nothing">{cashier.loading}</p>}
      <ul className="payments">
        {payments?.map((payment) => (
          <PaymentRow key={payment.reference} payment={payment} onOpen={open} />
        ))}
        {moved.map((payment) => (
          <PaymentRow key={payment.reference} payment={payment} onOpen={open} withDay />
        ))}
      </ul>
      {opened && detailed && (
        <Details
          key={detailed.reference}
          payment={detailed}
          refunds={refunds}
          asksRefund={opened.asksRefund}
          onChanged={onChanged}
          onClose={() => onOpen(null)}
          onRepeat={() => {
            onOpen(null);
            onRepeat(detailed);
          }}
        />
      )}
    </section>
  );
}

function Chart({ day, payments }: { day: TillDay; payments: readonly PaymentView[] }) {
  const { till, texts, money } = useTexts();
  const { cashier } = texts;
  const { refundsAmount, reservedAmount } = day.totals;
  const rest = [
    ...(refundsAmount > 0 ? [cashier.refundedSum(money(refundsAmount))] : []),
    ...(reservedAmount > 0 ? [cashier.reservedSum(money(reservedAmount))] : []),
  ];
  return (
    <>
      <HoursChart hours={salesByHour(payments, till)} />
      {rest.length > 0 && <p className="rest">{rest.join(' · ')}</p>}
    </>
  );
}

type AttentionProps = {
  readonly payments: readonly PaymentView[];
  readonly onOpen: (reference: string, asksRefund?: boolean) => void;
};

function AttentionList({ payments, onOpen }: AttentionProps) {
  const { till } = useTexts();
  const texts = usePaymentTexts();
  const { cashier, attention } = texts;
  const rows = payments.flatMap((payment) => {
    const reason = attentionOf(payment);
    return reason ? [{ payment, text: attentionText(payment, reason, texts) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <div className="attention">
      <h3>{attention.title}</h3>
      <ul>
        {rows.map(({ payment, text }) => (
          <li key={payment.reference}>
            <button type="button" onClick={() => onOpen(payment.reference)}>
              <span>
                <b>{whenText(payment.createdAt, till, serverClock.nowMs())}</b> {text}
              </span>
              <StaffIcon name="chevron" />
            </button>
            {offersRefund(payment) && (
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
