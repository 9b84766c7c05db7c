import type { MouseEvent, ReactNode } from 'react';
import { StaffIcon } from '../../ui/parts/staff-icon.tsx';
import { useTexts } from '../context/texts.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import type { PadKey } from './keypad.ts';

// A tapped key must not take the focus: Enter would then type that digit again instead of charging.
const keepFocus = (event: MouseEvent) => event.preventDefault();

export function Keypad({ onPress }: { onPress: (key: PadKey) => void }) {
  const { texts, locale } = useTexts();
  const { cashier, stage } = texts;
  const key = (name: PadKey, says: ReactNode = name, label?: string, className?: string) => (
    <button
      key={name}
      type="button"
      className={className}
      aria-label={label}
      onMouseDown={keepFocus}
      onClick={() => onPress(name)}
    >
      {says}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div className="keys" role="group" aria-label={cashier.keypad}>
      {(['1', '2', '3'] as const).map((digit) => key(digit))}
      {key('delete', <StaffIcon name="erase" />, cashier.delete, 'does')}
      {(['4', '5', '6'] as const).map((digit) => key(digit))}
      {key('times', <CashierIcon name="times" />, stage.keys.times, 'does')}
      {(['7', '8', '9'] as const).map((digit) => key(digit))}
      {key('plus', <CashierIcon name="plus" />, stage.keys.plus, 'does tall')}
      {(['00', '0'] as const).map((digit) => key(digit))}
      {key('comma', decimalSign(locale), stage.keys.comma)}
    </div>
  );
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? ',';
}
