import type { PaymentView } from '../../server/contract.ts';
import { AmountText } from '../ui/amount-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useWords } from '../ui/till-context.tsx';
import { TimeLeft } from '../ui/time-left.tsx';
import { CancelPayment } from './cancel-payment.tsx';
import { type NowWords, nowWordsOf } from './now-words.ts';
import { isPayable } from './sale.ts';
import { stepsOf } from './steps.ts';

type Props = {
  readonly payment: PaymentView | null;
  /** The cashier is being asked whether to cancel. */
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
  readonly onNewSale: () => void;
};

/** The middle column: what the customer sees now, or how the last sale ended. */
export function Now({ payment, asks, onAsk, onNewSale }: Props) {
  const { till, texts, app, money } = useWords();
  const { cashier } = texts;
  const idle: NowWords = { icon: 'scan', tone: 'calm', ...cashier.idle };
  const words = payment ? nowWordsOf(payment, { cashier, app, money }) : idle;
  const isLive = isPayable(payment);
  return (
    <section className="now" aria-label={cashier.now}>
      <h2>{isLive || !payment ? cashier.onScreen : cashier.thisSale}</h2>
      <div className="mirror" data-state={payment?.state ?? 'idle'}>
        <Figure payment={payment} words={words} />
        {payment && (
          <p className="amount">
            <AmountText amount={payment.amount} />
          </p>
        )}
        <div className="words" role="status">
          <h3>{words.title}</h3>
          {words.text && <p>{words.text}</p>}
        </div>
        {payment && (payment.state === 'presented' || payment.state === 'scanned') && (
          <TimeLeft payment={payment} />
        )}
        {payment?.text && payment.text !== till.name && <p className="sale-text">{payment.text}</p>}
        {payment && <Steps payment={payment} />}
      </div>
      {payment && isLive && (
        <CancelPayment key={payment.reference} payment={payment} asks={asks} onAsk={onAsk} />
      )}
      {payment && !isLive && (
        <button type="button" className="quiet" onClick={onNewSale}>
          {cashier.newSale}
        </button>
      )}
    </section>
  );
}

function Figure({ payment, words }: { payment: PaymentView | null; words: NowWords }) {
  const { texts } = useWords();
  if (payment?.state === 'presented' && payment.qr) {
    return <QrCode href={payment.qr.href} alt={texts.cashier.qrAlt} />;
  }
  return (
    <div className="badge" data-tone={words.tone} key={words.icon}>
      <Icon name={words.icon} />
    </div>
  );
}

function Steps({ payment }: { payment: PaymentView }) {
  const { texts } = useWords();
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
