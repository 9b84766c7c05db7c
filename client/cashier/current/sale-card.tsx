import type { CSSProperties, ReactNode } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { type Deadlines, nextDeadlineMs } from '../../ui/till/deadlines.ts';
import { TimeLeft } from '../../ui/till/time-left.tsx';
import { usePaymentTexts } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { type Health, needsThisScreen } from '../displays/health.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { Price } from '../payment/price.tsx';
import { type StatusText, statusTextOf } from '../payment/status-text.ts';
import { timeText } from '../payment/time-text.ts';
import { stepsOf } from './progress.ts';
import { Sign } from './sign.tsx';
import { verdictOf } from './verdict.ts';

type Props = {
  readonly payment: PaymentView;
  readonly health: Health;
  readonly deadlines: Deadlines | null;
  readonly onTurn: () => void;
  readonly onOpen: (reference: string) => void;
  /** What staff have to do about it. */
  readonly children: ReactNode;
};

/** One sale, one card: white while it is open, green when it is paid, amber when somebody must act, pale when it ended unpaid. */
export function SaleCard({ payment, health, deadlines, onTurn, onOpen, children }: Props) {
  const { till, texts, money } = useTexts();
  const status = statusTextOf(payment, usePaymentTexts());
  const verdict = verdictOf(payment, status);
  const isOpen = verdict === 'open';
  const untilMs = nextDeadlineMs(payment, deadlines);
  const text = payment.agreement || payment.text === till.name ? '' : payment.text;
  const isOver = verdict !== 'open' && verdict !== 'declined';
  return (
    <div
      className="sale"
      data-verdict={verdict}
      data-words={status.isUrgent ? 'many' : undefined}
      style={{ '--characters': money(payment.amount.value).length } as CSSProperties}
    >
      <p className="when">
        {untilMs === null ? timeText(payment.createdAt, till) : <TimeLeft untilMs={untilMs} />}
      </p>
      {!isOpen && <Sign payment={payment} status={status} />}
      <Words status={status} payment={payment} />
      <Price payment={payment} />
      {text && <p className="sale-text">{text}</p>}
      {isOpen && <Mirror payment={payment} health={health} onTurn={onTurn} />}
      <div className="inside">
        {children}
        {isOver && (
          <button type="button" className="quiet" onClick={() => onOpen(payment.reference)}>
            {texts.cashier.openDetails}
          </button>
        )}
      </div>
    </div>
  );
}

/** The longest word of a title decides how large it can be. */
const lettersOf = (title: string) => Math.max(...title.split(/[\s-]/).map((word) => word.length));

function Words({ status, payment }: { status: StatusText; payment: PaymentView }) {
  const { texts } = useTexts();
  const isTrouble = status.isUrgent || payment.state === 'failed';
  return (
    <div className="words" role="status" style={{ '--letters': lettersOf(status.title) } as CSSProperties}>
      <h2>{status.title}</h2>
      {status.text && <p className="so">{status.text}</p>}
      {isTrouble && <p className="support">{texts.trouble.support(payment.reference)}</p>}
    </div>
  );
}

/** What the customer sees now, how far the sale has come, and the same on this screen for whoever has no other. */
function Mirror({ payment, health, onTurn }: Pick<Props, 'payment' | 'health' | 'onTurn'>) {
  const { counter, cashier } = useTexts().texts;
  const hasCode = payment.state === 'presented' && payment.qr !== null;
  const isNeeded = needsThisScreen(health);
  return (
    <div className="mirror">
      {payment.state === 'presented' && payment.qr ? (
        <div className="code">
          <QrCode href={payment.qr.href} alt={cashier.qrAlt} />
        </div>
      ) : (
        <div className="held" data-state={payment.state}>
          <Icon name={payment.state === 'scanned' ? 'phone' : 'dots'} />
        </div>
      )}
      <Steps payment={payment} />
      {hasCode && (
        <div className="here">
          <div role="status">{isNeeded && <p className="warning">{counter.turnScreen}</p>}</div>
          <button type="button" className={isNeeded ? 'filled' : 'quiet'} onClick={onTurn}>
            <CashierIcon name="whole" />
            {counter.showHere}
          </button>
        </div>
      )}
    </div>
  );
}

function Steps({ payment }: { payment: PaymentView }) {
  const { cashier, stage } = useTexts().texts;
  return (
    <ol className="steps">
      {stepsOf(payment)?.map(({ step, status }) => (
        <li key={step} data-step={status} aria-current={status === 'now' ? 'step' : undefined}>
          {/* [P1] "Scan", not "Scanned", until it is done. */}
          {status === 'done' || step === 'shown' ? cashier.steps[step] : stage.toDo[step]}
        </li>
      ))}
    </ol>
  );
}
