import { useTexts } from '../context/texts.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { useServerBack } from '../parts/use-server-back.ts';
import { KeyedAmount, Working } from './keyed-amount.tsx';
import { maxMinor, minMinor, minorOf } from './keypad.ts';
import { Keypad } from './keypad-buttons.tsx';
import { isMeant, type Sale } from './sale.ts';
import type { useSale } from './use-sale.ts';

type Props = {
  readonly selling: ReturnType<typeof useSale>;
  /** A payment on the customer's screen can still be paid. */
  readonly isBusy: boolean;
  /** Does what the button with the hint says. */
  readonly onEnter: () => void;
  /** Shows what can be offered, on a screen that has no room for it beside the keys; null when there is nothing. */
  readonly onOffers: (() => void) | null;
};
type SaleProps = { readonly sale: Sale };

const maxTextLength = 100;

/** The amount, a text and Charge. */
export function NewSale({ selling, isBusy, onEnter, onOffers }: Props) {
  const { texts } = useTexts();
  const { sale, press, write } = selling;
  return (
    <form
      className="pad"
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <div className="entry">
        <SaleAlert sale={sale} />
        <div className="figures">
          <Working keyed={sale.keyed} />
          <KeyedAmount keyed={sale.keyed} />
        </div>
        <label className="text" data-filled={sale.text !== ''}>
          <CashierIcon name="write" />
          <input
            type="text"
            aria-label={texts.cashier.text}
            placeholder={texts.stage.addText}
            value={sale.text}
            maxLength={maxTextLength}
            autoComplete="off"
            enterKeyHint="done"
            onChange={(event) => write(event.target.value)}
          />
        </label>
        {onOffers && (
          <button type="button" className="to-offers" aria-label={texts.stage.offers} onClick={onOffers}>
            <CashierIcon name="star" />
            <span aria-hidden="true">{texts.stage.offers}</span>
          </button>
        )}
      </div>
      <Keypad onPress={press} />
      <ChargeButton sale={sale} isBusy={isBusy} />
    </form>
  );
}

function ChargeButton({ sale, isBusy }: SaleProps & Pick<Props, 'isBusy'>) {
  const { texts, money } = useTexts();
  const isSending = sale.step === 'sending';
  const label = () => {
    if (isSending) return texts.cashier.starting;
    if (isBusy) return texts.cashier.busy;
    return isMeant(sale) ? texts.cashier.chargeAmount(money(minorOf(sale.keyed))) : texts.cashier.charge;
  };
  const isReady = !isBusy && !isSending && isMeant(sale);
  return (
    <button type="submit" className="charge" disabled={!isReady} aria-busy={isSending}>
      {label()}
      {isReady && <KeyHint name="Enter" />}
    </button>
  );
}

function SaleAlert({ sale }: SaleProps) {
  const { texts, app, money } = useTexts();
  const { problem, keyed } = sale;
  const answersAgain = useServerBack(problem === 'unreachable');
  const sentence = () => {
    if (keyed.refused === 'too_much') return texts.cashier.tooMuch(money(maxMinor));
    if (keyed.refused === 'too_precise') return texts.cashier.tooPrecise;
    if (problem === null) return null;
    if (problem === 'too_little') return texts.cashier.atLeast(money(minMinor));
    if (answersAgain) return texts.trouble.answersAgain;
    if (problem === 'vipps_unavailable') return texts.cashier.checking(app);
    return texts.cashier.errors(app)[problem];
  };
  const text = sentence();
  return (
    <div role="alert" className="sale-alert">
      {text && <p className="warning">{text}</p>}
    </div>
  );
}
