import type { CSSProperties } from 'react';
import { moneyParts } from '../../ui/base/money.ts';
import { useTexts } from '../context/texts.ts';
import { isCalculation, partsOf } from './calculation.ts';
import { decimalsLeft, type Keyed, minorOf } from './keypad.ts';

/** The amount as it is keyed in: decimals that can still be typed after a comma are softer. */
export function KeyedAmount({ keyed }: { keyed: Keyed }) {
  const { till, texts, locale } = useTexts();
  const parts = moneyParts({ value: minorOf(keyed), currency: till.currency }, locale);
  const fraction = parts.map(({ isCurrency }) => isCurrency).lastIndexOf(false);
  const characters = parts.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <output
      aria-label={texts.cashier.amount}
      className="amount"
      data-empty={keyed.typed === ''}
      style={{ '--characters': characters } as CSSProperties}
    >
      <span className="money">
        {parts.map(({ text, isCurrency }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one amount have no other identity
          if (isCurrency) return <small key={index}>{text}</small>;
          if (index !== fraction) return text;
          const typed = text.length - decimalsLeft(keyed);
          return [
            text.slice(0, typed),
            <span key="left" className="untyped">
              {text.slice(typed)}
            </span>,
          ];
        })}
      </span>
    </output>
  );
}

/** What is being calculated, as people write it: the amount below it is what it comes to. */
export function Working({ keyed }: { keyed: Keyed }) {
  const { texts, locale } = useTexts();
  const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale);
  const written = partsOf(keyed.typed).map((part) => {
    if (part.kind === 'amount') return amount.format(part.hundredths / 100);
    if (part.kind === 'whole') return whole.format(part.hundredths / 100);
    return part.kind === '+' ? '+' : '×';
  });
  return (
    <p className="working" aria-label={texts.stage.calculation} role="note">
      {isCalculation(keyed.typed) && written.join(' ')}
    </p>
  );
}
