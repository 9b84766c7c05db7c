import type { Line } from '../../../server/contract/payments.ts';
import { useTillTexts } from './till-context.tsx';

/** What was ordered, a line each. `lines` may be fewer than there are: `more` says of how many only the number is told. */
export function OrderLines({ lines, more = 0 }: { lines: readonly Line[]; more?: number }) {
  const { locale, texts, money } = useTillTexts();
  const quantity = new Intl.NumberFormat(locale);
  return (
    <ul className="lines" aria-label={texts.lines.label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same thing can be ordered on two lines
        <li key={index}>
          <span>
            {line.quantity !== 1 && `${texts.lines.quantity(quantity.format(line.quantity))} `}
            {line.name}
          </span>
          <b>{money(line.amount.value)}</b>
        </li>
      ))}
      {more > 0 && <li className="more">{texts.lines.more(more)}</li>}
    </ul>
  );
}
