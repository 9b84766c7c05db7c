import { useTexts } from '../context/texts.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { useServerBack } from '../parts/use-server-back.ts';
import { KeyedAmount } from './keyed-amount.tsx';
import { maxMinor, minMinor, minorOf } from './keypad.ts';
import { Keypad } from './keypad-buttons.tsx';
import type { Recents } from './recents.ts';
import { isMeant, type Sale } from './sale.ts';
import { LastTexts, QuickAmounts } from './suggestions.tsx';
import type { useSale } from './use-sale.ts';

type Props = {
  readonly selling: ReturnType<typeof useSale>;
  readonly recents: Recents;
  /** A payment on the customer's screen can still be paid. */
  readonly isBusy: boolean;
};
type SaleProps = { readonly sale: Sale };

const maxTextLength = 100;

/** The amount, a text and Charge. */
export function NewSale({ selling, recents, isBusy }: Props) {
  const { texts } = useTexts();
  const { sale, press, choose, write, charge } = selling;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        charge();
      }}
    >
      <KeyedAmount keyed={sale.keyed} />
      <label className="field">
        {texts.cashier.text}
        <input
          type="text"
          value={sale.text}
          maxLength={maxTextLength}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <div className="offers">
        <QuickAmounts recents={recents} onChoose={choose} />
        <LastTexts recents={recents} onChoose={write} />
      </div>
      <div className="pad">
        <SaleAlert sale={sale} />
        <Keypad onPress={press} />
        <ChargeButton sale={sale} isBusy={isBusy} />
      </div>
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
