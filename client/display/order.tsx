import type { Line } from '../../server/contract.ts';
import { OrderLines } from '../ui/order-lines.tsx';
import { shownLines } from './shown-lines.ts';
import { useWords } from './words.ts';

/** What the customer pays for; a screen without room for the lines tells how many there are. */
export function Order({ lines }: { lines: readonly Line[] }) {
  const { texts } = useWords();
  return (
    <div className="order">
      <OrderLines {...shownLines(lines)} />
      <p className="line-count">{texts.lines.count(lines.length)}</p>
    </div>
  );
}
