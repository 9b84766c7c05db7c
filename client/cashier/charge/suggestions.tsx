import type { MouseEvent } from 'react';
import { useTexts } from '../context/texts.ts';
import type { Recents } from './recents.ts';

// As on the keypad: Enter must charge, not choose again.
const keepFocus = (event: MouseEvent) => event.preventDefault();

type Props<T> = {
  readonly label: string;
  readonly values: readonly T[];
  readonly say: (value: T) => string;
  readonly onChoose: (value: T) => void;
};

/** Small buttons, each for something that was charged before. */
function Suggestions<T extends number | string>({ label, values, say, onChoose }: Props<T>) {
  if (values.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that fill in a field, not fields of a form
    <div className="suggestions" role="group" aria-label={label}>
      <p aria-hidden="true">{label}</p>
      {values.map((value) => (
        <button key={value} type="button" onMouseDown={keepFocus} onClick={() => onChoose(value)}>
          {say(value)}
        </button>
      ))}
    </div>
  );
}

type OffersProps = {
  readonly recents: Recents;
  readonly onAmount: (amountMinor: number) => void;
  readonly onText: (text: string) => void;
};

export const hasOffers = ({ amounts, texts }: Recents): boolean => amounts.length + texts.length > 0;

/** The last amounts and texts, each a tap away. */
export function Offers({ recents, onAmount, onText }: OffersProps) {
  const { texts, money } = useTexts();
  const { counter } = texts;
  return (
    <div className="offers">
      <Suggestions label={counter.quickAmounts} values={recents.amounts} say={money} onChoose={onAmount} />
      <Suggestions label={counter.lastTexts} values={recents.texts} say={(text) => text} onChoose={onText} />
    </div>
  );
}
