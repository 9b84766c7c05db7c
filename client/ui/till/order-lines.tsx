import type { Line } from '../../../server/contract/payments.ts';
import { discountText, lineName } from './line-text.ts';
import { useTillTexts } from './till-context.tsx';

/** The order lines. `more` is how many lines there are beside those in `lines`; only their number is shown. */
export function OrderLines({ lines, more = 0 }: { lines: readonly Line[]; more?: number }) {
  const { locale, texts, money } = useTillTexts();
  const lineTexts = { lines: texts.lines, locale, money };
  return (
    <ul className="lines" aria-label={texts.lines.label}>
      {lines.map((line, index) => {
        const discount = discountText(line, lineTexts);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing can be ordered on two lines
          <li key={index}>
            <span>
              {lineName(line, lineTexts)}
              {discount !== null && <small>{discount}</small>}
            </span>
            <b>{money(line.amount.value)}</b>
          </li>
        );
      })}
      {more > 0 && <li className="more">{texts.lines.more(more)}</li>}
    </ul>
  );
}
