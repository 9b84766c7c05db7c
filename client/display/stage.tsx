import type { CSSProperties } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { AmountText } from '../ui/amount-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useWords } from '../ui/till-context.tsx';
import { TimeLeft } from '../ui/time-left.tsx';
import type { Scene } from './scenes.ts';

/** The figure and the words. The words stay one live region through all states, so that each change is announced. */
export function Stage({ scene, payment }: { scene: Scene; payment: PaymentView | null }) {
  const { till } = useWords();
  // A sale without a text bears the name of the till, which is on the screen already.
  const text = payment?.text === till.name ? '' : payment?.text;
  return (
    <section className="stage">
      <Figure scene={scene} payment={payment} />
      <div className="said">
        <div className="words" role="status">
          <h1>{scene.title}</h1>
          {payment && scene.showsAmount && <BigAmount amount={payment.amount} />}
          <p className="what" data-tone={scene.textTone}>
            {scene.text}
          </p>
          {scene.figure === 'qr' && text && <p className="sale">{text}</p>}
        </div>
        {payment && scene.countsDown && <TimeLeft payment={payment} />}
      </div>
    </section>
  );
}

function Figure({ scene, payment }: { scene: Scene; payment: PaymentView | null }) {
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
