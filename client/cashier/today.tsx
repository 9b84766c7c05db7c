import type { PaymentView } from '../../server/contract.ts';
import { Icon } from '../ui/icon.tsx';
import { serverClock } from '../ui/server-clock.ts';
import { attentionOf, attentionText, offersRefund } from './attention.ts';
import { sumsOf } from './day.ts';
import { Details } from './details.tsx';
import { Drawing } from './drawing.tsx';
import { KeyHint } from './key-hint.tsx';
import { reservedMinor } from './money-left.ts';
import { Row } from './row.tsx';
import { salesByHour } from './sales/hours.ts';
import { HoursChart } from './sales/hours-chart.tsx';
import { useCashierWords } from './session-context.tsx';
import { whenText } from './time-text.ts';
import type { Refunds } from './use-refunds.ts';
import type { Refresh, Today as TodayNow } from './use-today.ts';
import { useWords } from './words.ts';

type Props = {
  readonly today: TodayNow;
  readonly refunds: Refunds;
  readonly onChanged: Refresh;
  readonly onFind: () => void;
  /** The payment in the middle. */
  readonly shown: PaymentView | null;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
};
/** A payment that is shown in full. */
export type Opened = { readonly reference: string; readonly asksRefund: boolean };

/** The right column: the day's payments, what needs attention above everything. */
export function Today(props: Props) {
  const { today, refunds, onChanged, onFind, shown, opened, onOpen } = props;
  const { texts, money } = useWords();
  const { cashier } = texts;
  const { payments, earlier, isOld } = today;
  const open = (reference: string, asksRefund = false) => onOpen({ reference, asksRefund });
  const { sales, subscribers, totalMinor } = sumsOf(payments ?? []);
  const matters = [...(payments ?? []), ...earlier];
  const detailed = [...matters, ...(shown ? [shown] : [])].find(
    (payment) => payment.reference === opened?.reference,
  );
  return (
    <section className="today" aria-label={cashier.today}>
      <header>
        <h2>{payments ? cashier.todayTotal(sales, subscribers, money(totalMinor)) : cashier.today}</h2>
        <button type="button" className="quiet" onClick={onFind}>
          <Drawing name="find" />
          {texts.finding.open}
          <KeyHint name="/" />
        </button>
      </header>
      <AttentionList payments={matters} onOpen={open} />
      {isOld && <p className="warning">{cashier.listOld}</p>}
      {payments && <Chart payments={payments} />}
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
          onClose={() => onOpen(null)}
        />
      )}
    </section>
  );
}

function Chart({ payments }: { payments: readonly PaymentView[] }) {
  const { texts, money } = useWords();
  const { cashier } = texts;
  const sum = (of: (payment: PaymentView) => number) =>
    payments.reduce((minor, payment) => minor + of(payment), 0);
  const refunded = sum(({ refundedAmount }) => refundedAmount);
  const reserved = sum(reservedMinor);
  const rest = [
    ...(refunded > 0 ? [cashier.refundedSum(money(refunded))] : []),
    ...(reserved > 0 ? [cashier.reservedSum(money(reserved))] : []),
  ];
  return (
    <>
      <HoursChart hours={salesByHour(payments)} />
      {rest.length > 0 && <p className="rest">{rest.join(' · ')}</p>}
    </>
  );
}

type AttentionProps = {
  readonly payments: readonly PaymentView[];
  readonly onOpen: (reference: string, asksRefund?: boolean) => void;
};

function AttentionList({ payments, onOpen }: AttentionProps) {
  const { till } = useWords();
  const words = useCashierWords();
  const { cashier, attention, refundUpTo } = words;
  const rows = payments.flatMap((payment) => {
    const reason = attentionOf(payment);
    return reason ? [{ payment, text: attentionText(payment, reason, words) }] : [];
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
                <b>{whenText(payment.createdAt, till.locale, serverClock.nowMs())}</b> {text}
              </span>
              <Icon name="chevron" />
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
