import type { Line } from '../../../server/contract/payments.ts';
import { useTillTexts } from './till-context.tsx';

/** The order lines. `more` is how many lines there are beside those in `lines`; only their number is shown. */
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
