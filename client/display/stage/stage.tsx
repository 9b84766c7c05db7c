import type { CSSProperties } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { priceText } from '../../ui/till/agreement-text.ts';
import { AmountText } from '../../ui/till/amount-text.tsx';
import { TimeLeft } from '../../ui/till/time-left.tsx';
import type { Scene } from '../scenes/scene.ts';
import { useTexts } from '../texts/texts.ts';
import { Order } from './order.tsx';
import { ShopImage } from './shop-image.tsx';
import { Terms } from './terms.tsx';

type Props = {
  readonly scene: Scene;
  readonly payment: PaymentView | null;
  /** Until when the customer can go on, by the page's monotonic clock; null when nothing runs out. */
  readonly untilMs: number | null;
};

/** The figure and the words, all in the one live region that is the screen: what changes is announced. */
export function Stage({ scene, payment, untilMs }: Props) {
  const { till } = useTexts();
  const agreement = scene.showsTerms ? payment?.agreement : null;
  const isSale = (scene.figure === 'qr' || scene.figure === 'phone') && payment?.agreement === null;
  const lines = isSale && scene.figure === 'qr' ? payment.lines : [];
  // A sale without a text bears the name of the till, which tells a customer nothing more.
  const text = isSale && payment.text !== till.name ? payment.text : '';
  return (
    <section
      // What comes next is another scene in the place of this one, not this one moved: nothing slides under the customer's eyes.
      key={payment ? `${payment.reference} ${payment.state}` : 'idle'}
      className="stage"
      data-terms={agreement ? '' : undefined}
      data-order={lines.length > 0 ? '' : undefined}
    >
      <div className="terms">{agreement && <Terms agreement={agreement} />}</div>
      <Figure scene={scene} payment={payment} />
      <div className="said">
        <div className="words">
          <h1>{scene.title}</h1>
          {payment && scene.amountMinor !== null && (
            <BigAmount amount={{ ...payment.amount, value: scene.amountMinor }} />
          )}
          <p className="what" data-tone={scene.textTone}>
            {scene.text}
          </p>
          {text && <p className="sale">{text}</p>}
        </div>
        {lines.length > 0 && <Order lines={lines} />}
        {untilMs !== null && <TimeLeft untilMs={untilMs} />}
      </div>
    </section>
  );
}

function Figure({ scene, payment }: Pick<Props, 'scene' | 'payment'>) {
  const { till } = useTexts();
  const alt = useQrAlt(payment);
  if (scene.figure === 'qr' && payment?.qr) return <QrCode href={payment.qr.href} alt={alt} />;
  const badge = (
    <div className="badge" key={scene.figure}>
      {scene.figure !== 'qr' && <Icon name={scene.figure} />}
    </div>
  );
  return payment ? badge : <ShopImage src={till.logo} kind="logo" instead={badge} />;
}

function useQrAlt(payment: PaymentView | null): string {
  const { texts, app, money } = useTexts();
  const { display, agreement } = texts;
  if (payment?.agreement) {
    const price = priceText(payment.agreement, { agreement, money });
    return display.signUp.qrAlt(payment.agreement.product.name, price, app);
  }
  return payment ? display.qrAlt(money(payment.amount.value), app) : '';
}

function BigAmount({ amount }: { amount: PaymentView['amount'] }) {
  const { money } = useTexts();
  // A long amount is set smaller rather than broken or cut off.
  const size = { '--characters': money(amount.value).length } as CSSProperties;
  return (
    <p className="amount" style={size}>
      <AmountText amount={amount} />
    </p>
  );
}
