import type { PaymentView } from '../../../server/contract/payments.ts';
import { StaffIcon } from '../../ui/parts/staff-icon.tsx';
import { priceText } from '../../ui/till/agreement-text.ts';
import { useTexts } from '../context/texts.ts';
import { PaymentTags } from './payment-tags.tsx';
import { momentText, timeText } from './time-text.ts';

type Props = {
  readonly payment: PaymentView;
  readonly onOpen: (reference: string) => void;
  /** Whether it says on which day it was, too. */
  readonly withDay?: boolean;
  /** Whether it says at which till, too. */
  readonly withTill?: boolean;
};

/** One payment in a list. */
export function PaymentRow({ payment, onOpen, withDay = false, withTill = false }: Props) {
  const { till, texts, money } = useTexts();
  const { agreement } = payment;
  return (
    <li>
      <button
        type="button"
        className="row"
        data-state={payment.state}
        onClick={() => onOpen(payment.reference)}
      >
        <time dateTime={payment.createdAt}>{(withDay ? momentText : timeText)(payment.createdAt, till)}</time>
        <span className="row-text">{payment.text || payment.reference}</span>
        <b>{payment.amount.value > 0 && money(payment.amount.value)}</b>
        <StaffIcon name="chevron" />
        <span className="row-tags">
          {withTill && <span>{till.name}</span>}
          {agreement && <span>{priceText(agreement, { agreement: texts.agreement, money })}</span>}
          <PaymentTags payment={payment} />
        </span>
      </button>
    </li>
  );
}
