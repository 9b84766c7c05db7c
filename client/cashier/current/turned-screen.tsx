import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useSession } from '../../ui/api/session.ts';
import { useLock } from '../../ui/lock/use-lock.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { Icon } from '../../ui/parts/icon.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { OrderLines } from '../../ui/till/order-lines.tsx';
import { useTexts } from '../context/texts.ts';
import { customerTitle } from '../displays/customer-status.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { Price } from '../payment/price.tsx';

type Props = {
  readonly payment: PaymentView;
  readonly onBack: () => void;
};

/**
 * This screen turned round, for a shop without another: it shows the customer one payment and nothing else of the shop, until that is over
 * or somebody gives a PIN.
 */
export function TurnedScreen({ payment, onBack }: Props) {
  const { till, texts, app } = useTexts();
  const { display, stage, access } = texts;
  const dialog = useOpened();
  const lock = useLock();
  const isShown = payment.state === 'presented';
  const own = payment.agreement ? display.signUp : display;
  // The lock lies over all of the page: whoever unlocks it with a PIN is back at the till. Without a lock there is no way back.
  const isLocked = useSession().data?.locked === true;
  const back = useEffectEvent(onBack);
  useEffect(() => {
    if (isLocked) back();
  }, [isLocked]);
  return (
    <dialog
      ref={dialog}
      className="turned controls"
      aria-labelledby="turned"
      data-state={payment.state}
      onCancel={(event) => event.preventDefault()}
    >
      <header>
        {till.logo && <img src={till.logo} alt="" />}
        <b>{till.name}</b>
      </header>
      <div className="figure">
        {isShown && payment.qr ? (
          <QrCode href={payment.qr.href} alt={texts.cashier.qrAlt} />
        ) : (
          <Icon name={payment.state === 'scanned' ? 'phone' : 'dots'} />
        )}
      </div>
      <section role="status">
        <h1 id="turned">{customerTitle(payment, display, app)}</h1>
        {isShown && <p>{own.presented.text(app)}</p>}
        <Price payment={payment} />
        {payment.lines.length > 0 && !payment.agreement && <OrderLines lines={payment.lines} />}
      </section>
      <footer>
        <FailureNote action={lock} texts={access} />
        <button type="button" className="back" disabled={lock.isPending} onClick={lock.run}>
          <CashierIcon name="lock" />
          {stage.backToTill}
        </button>
      </footer>
    </dialog>
  );
}

/** A window that no key closes. */
function useOpened() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    if (!opened) return;
    const open = () => opened.showModal();
    // Some browsers close a window at the second Escape, whatever the page says to it.
    opened.addEventListener('close', open);
    open();
    return () => {
      opened.removeEventListener('close', open);
      opened.close();
    };
  }, []);
  return dialog;
}
