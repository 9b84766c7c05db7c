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
      {values.map((value) => (
        <button key={value} type="button" onMouseDown={keepFocus} onClick={() => onChoose(value)}>
          {say(value)}
        </button>
      ))}
    </div>
  );
}

type RecentsProps = { readonly recents: Recents };

export function QuickAmounts({
  recents,
  onChoose,
}: RecentsProps & { onChoose: (amountMinor: number) => void }) {
  const { texts, money } = useTexts();
  return (
    <Suggestions
      label={texts.counter.quickAmounts}
      values={recents.amounts}
      say={money}
      onChoose={onChoose}
    />
  );
}

export function LastTexts({ recents, onChoose }: RecentsProps & { onChoose: (text: string) => void }) {
  const { counter } = useTexts().texts;
  return (
    <Suggestions label={counter.lastTexts} values={recents.texts} say={(text) => text} onChoose={onChoose} />
  );
}
