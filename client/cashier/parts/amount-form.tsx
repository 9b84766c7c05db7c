import { type ReactNode, useEffect, useRef, useState } from 'react';
import { typedFromMinor } from '../../ui/base/money.ts';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { useTexts } from '../context/texts.ts';
import { chosenAmount } from './amount-choice.ts';

type Props = {
  readonly label: string;
  /** All that is left, in minor units: it is in the field to begin with. */
  readonly mostMinor: number;
  /** What is said about a larger amount. */
  readonly atMost: string;
  readonly go: string;
  readonly isPending?: boolean;
  readonly onBack: () => void;
  readonly onChosen: (amountMinor: number) => void;
  readonly children?: ReactNode;
};

/** How much: all that is left unless the cashier writes another amount. */
export function AmountForm(props: Props) {
  const { label, mostMinor, atMost, go, isPending = false, onBack, onChosen, children } = props;
  const { till, texts } = useTexts();
  const { cashier } = texts;
  const [typed, setTyped] = useState(() => typedFromMinor(mostMinor, till.locale));
  const [complaint, setComplaint] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const choose = () => {
    const choice = chosenAmount(typed, mostMinor);
    if ('amountMinor' in choice) {
      setComplaint(null);
      onChosen(choice.amountMinor);
    } else setComplaint(choice.fault === 'too_much' ? atMost : cashier.amountNonsense);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <LabelledField
        label={label}
        field={field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-invalid={complaint !== null}
        onFocus={(event) => event.target.select()}
        onType={setTyped}
      />
      {children}
      <div role="alert">{complaint && <p className="warning">{complaint}</p>}</div>
      <div className="answers">
        <button type="button" className="quiet" onClick={onBack}>
          {cashier.back}
        </button>
        <button type="submit" className="filled" disabled={isPending}>
          {go}
        </button>
      </div>
    </form>
  );
}
