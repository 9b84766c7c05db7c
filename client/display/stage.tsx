import type { CSSProperties } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { AmountText } from '../ui/amount-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useWords } from '../ui/till-context.tsx';
import { TimeLeft } from '../ui/time-left.tsx';
import type { Scene } from './scenes.ts';

type Props = {
  readonly scene: Scene;
  readonly payment: PaymentView | null;
  /** Until when the customer can go on, by the page's monotonic clock; null when nothing runs out. */
  readonly untilMs: number | null;
};

/** The figure and the words. The words stay one live region through all states, so that each change is announced. */
export function Stage({ scene, payment, untilMs }: Props) {
  const { till } = useWords();
  // A sale without a text bears the name of the till, which is on the screen already.
  const text = payment?.text === till.name ? '' : payment?.text;
  return (
    <section className="stage">
      <Figure scene={scene} payment={payment} />
      <div className="said">
        <div className="words" role="status">
          <h1>{scene.title}</h1>
          {payment && scene.amountMinor !== null && (
            <BigAmount amount={{ ...payment.amount, value: scene.amountMinor }} />
          )}
          <p className="what" data-tone={scene.textTone}>
            {scene.text}
          </p>
          {scene.figure === 'qr' && text && <p className="sale">{text}</p>}
        </div>
        {untilMs !== null && <TimeLeft untilMs={untilMs} />}
      </div>
    </section>
  );
}

function Figure({ scene, payment }: Pick<Props, 'scene' | 'payment'>) {
  const { texts, app, money } = useWords();
  if (scene.figure === 'qr' && payment?.qr) {
    return <QrCode href={payment.qr.href} alt={texts.display.qrAlt(money(payment.amount.value), app)} />;
  }
  return (
    <div className="badge" key={scene.figure}>
      {scene.figure !== 'qr' && <Icon name={scene.figure} />}
    </div>
  );
}

function BigAmount({ amount }: { amount: PaymentView['amount'] }) {
  const { money } = useWords();
  // A long amount is set smaller rather than broken or cut off.
  const size = { '--characters': money(amount.value).length } as CSSProperties;
  return (
    <p className="amount" style={size}>
      <AmountText amount={amount} />
    </p>
  );
}
