import type { MouseEvent } from 'react';
import { Icon } from '../../ui/parts/icon.tsx';
import { useTexts } from '../context/texts.ts';
import { type PadKey, padKeys } from './keypad.ts';

// A tapped key must not take the focus: Enter would then type that digit again instead of charging.
const keepFocus = (event: MouseEvent) => event.preventDefault();

export function Keypad({ onPress }: { onPress: (key: PadKey) => void }) {
  const { texts } = useTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div className="keys" role="group" aria-label={texts.cashier.keypad}>
      {padKeys.map((key) => (
        <button key={key} type="button" onMouseDown={keepFocus} onClick={() => onPress(key)}>
          {key}
        </button>
      ))}
      <button
        type="button"
        aria-label={texts.cashier.delete}
        onMouseDown={keepFocus}
        onClick={() => onPress('delete')}
      >
        <Icon name="erase" />
      </button>
    </div>
  );
}
