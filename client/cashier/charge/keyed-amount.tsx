import { moneyParts } from '../../ui/base/money.ts';
import { useTexts } from '../context/texts.ts';
import { decimalsLeft, type Keyed, minorOf } from './keypad.ts';

/** The amount as it is keyed in: decimals that can still be typed after a comma are softer. */
export function KeyedAmount({ keyed }: { keyed: Keyed }) {
  const { till, texts, locale } = useTexts();
  const parts = moneyParts({ value: minorOf(keyed), currency: till.currency }, locale);
  const fraction = parts.map(({ isCurrency }) => isCurrency).lastIndexOf(false);
  return (
    <output aria-label={texts.cashier.amount} className="amount" data-empty={keyed.typed === ''}>
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
