import { AmountText } from '../ui/amount-text.tsx';
import { KeyHint } from './key-hint.tsx';
import { maxMinor, minMinor } from './keypad.ts';
import { Keypad } from './keys.tsx';
import type { Recents } from './recents.ts';
import type { Sale } from './sale.ts';
import { LastTexts, QuickAmounts } from './suggestions.tsx';
import type { useSale } from './use-sale.ts';
import { useWords } from './words.ts';

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
  const { till, texts } = useWords();
  const { sale, press, choose, write, charge } = selling;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        charge();
      }}
    >
      <output aria-label={texts.cashier.amount} className="amount" data-empty={sale.amountMinor === 0}>
        <AmountText amount={{ value: sale.amountMinor, currency: till.currency }} />
      </output>
      <QuickAmounts recents={recents} onChoose={choose} />
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
      <LastTexts recents={recents} onChoose={write} />
      <Keypad onPress={press} />
      <SaleAlert sale={sale} />
      <ChargeButton sale={sale} isBusy={isBusy} />
    </form>
  );
}

function ChargeButton({ sale, isBusy }: SaleProps & Pick<Props, 'isBusy'>) {
  const { texts, money } = useWords();
  const isSending = sale.step === 'sending';
  const label = () => {
    if (isSending) return texts.cashier.starting;
    if (isBusy) return texts.cashier.busy;
    return sale.amountMinor === 0
      ? texts.cashier.charge
      : texts.cashier.chargeAmount(money(sale.amountMinor));
  };
  const isReady = !isBusy && !isSending && sale.amountMinor > 0;
  return (
    <button type="submit" className="charge" disabled={!isReady} aria-busy={isSending}>
      {label()}
      {isReady && <KeyHint name="Enter" />}
    </button>
  );
}

function SaleAlert({ sale }: SaleProps) {
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
