import { AmountText } from '../ui/amount-text.tsx';
import { useWords } from '../ui/till-context.tsx';
import { maxMinor, minMinor, type PadKey } from './keypad.ts';
import { Keypad } from './keys.tsx';
import type { Sale } from './sale.ts';

type Props = {
  readonly sale: Sale;
  /** A payment on the customer's screen can still be paid. */
  readonly isBusy: boolean;
  readonly onPress: (key: PadKey) => void;
  readonly onWrite: (text: string) => void;
  readonly onCharge: () => void;
};

const maxTextLength = 100;

/** The amount, a text and Charge. */
export function NewSale({ sale, isBusy, onPress, onWrite, onCharge }: Props) {
  const { till, texts } = useWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCharge();
      }}
    >
      <output aria-label={texts.cashier.amount} className="amount" data-empty={sale.amountMinor === 0}>
        <AmountText amount={{ value: sale.amountMinor, currency: till.currency }} />
      </output>
      <label className="field">
        {texts.cashier.text}
        <input
          type="text"
          value={sale.text}
          maxLength={maxTextLength}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => onWrite(event.target.value)}
        />
      </label>
      <Keypad onPress={onPress} />
      <SaleAlert sale={sale} />
      <ChargeButton sale={sale} isBusy={isBusy} />
    </form>
  );
}

function ChargeButton({ sale, isBusy }: Pick<Props, 'sale' | 'isBusy'>) {
  const { texts, money } = useWords();
  const isSending = sale.step === 'sending';
  const label = () => {
    if (isSending) return texts.cashier.starting;
    if (isBusy) return texts.cashier.busy;
    return sale.amountMinor === 0
      ? texts.cashier.charge
      : texts.cashier.chargeAmount(money(sale.amountMinor));
  };
  return (
    <button
      type="submit"
      className="charge"
      disabled={isBusy || isSending || sale.amountMinor === 0}
      aria-busy={isSending}
    >
      {label()}
    </button>
  );
}

function SaleAlert({ sale }: Pick<Props, 'sale'>) {
  const { texts, app, money } = useWords();
  const sentenceFor = (problem: NonNullable<Sale['problem']>): string => {
    if (problem === 'too_little') return texts.cashier.atLeast(money(minMinor));
    if (problem === 'too_much') return texts.cashier.atMost(money(maxMinor));
    if (problem === 'vipps_unavailable') return texts.cashier.checking(app);
    return texts.cashier.errors(app)[problem];
  };
  return (
    <div role="alert" className="sale-alert">
      {sale.problem && <p className="warning">{sentenceFor(sale.problem)}</p>}
    </div>
  );
}
