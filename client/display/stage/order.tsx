import type { Line } from '../../../server/contract/payments.ts';
import { OrderLines } from '../../ui/till/order-lines.tsx';
import { useTexts } from '../texts/texts.ts';
import { shownLines } from './shown-lines.ts';

/** What the customer pays for; a screen without room for the lines tells how many there are. */
export function Order({ lines }: { lines: readonly Line[] }) {
  const { texts } = useTexts();
  return (
    <div className="order">
      <OrderLines {...shownLines(lines)} />
      <p className="line-count">{texts.lines.count(lines.length)}</p>
    </div>
  );
}
