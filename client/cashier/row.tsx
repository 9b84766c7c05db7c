import type { PaymentView } from '../../server/contract.ts';
import { priceText } from '../ui/agreement-words.ts';
import { useWords } from '../ui/till-context.tsx';
import { Tags } from './tags.tsx';
import { timeText } from './time-text.ts';

type Props = { readonly payment: PaymentView; readonly onOpen: (reference: string) => void };

/** One payment in the day's list. */
export function Row({ payment, onOpen }: Props) {
  const { till, texts, money } = useWords();
  const { agreement } = payment;
  return (
    <li>
      <button type="button" className="row" onClick={() => onOpen(payment.reference)}>
        <time dateTime={payment.createdAt}>{timeText(payment.createdAt, till.locale)}</time>
        <span className="row-text">{payment.text || payment.reference}</span>
        <b>{payment.amount.value > 0 && money(payment.amount.value)}</b>
        <span className="row-tags">
          {agreement && <span>{priceText(agreement, { agreement: texts.agreement, money })}</span>}
          <Tags payment={payment} />
        </span>
      </button>
    </li>
  );
}
