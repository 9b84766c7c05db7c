import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { Details } from '../details/details.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PaymentRow } from '../payment/payment-row.tsx';
import type { Refunds } from '../refund/use-refunds.ts';
import type { Refresh } from '../today/use-today.ts';
import { AtTill } from './at-till.tsx';
import { everything } from './query.ts';
import { SearchForm } from './search-form.tsx';
import { useSearch } from './use-search.ts';

type Props = {
  readonly refunds: Refunds;
  readonly onChanged: Refresh;
  readonly onClose: () => void;
  /** Keys in what a payment was for. */
  readonly onRepeat: (payment: PaymentView) => void;
};

/** All sales of the till, or of all tills, of any day, and each of them in full. */
export function SearchDialog({ refunds, onChanged, onClose, onRepeat }: Props) {
  const { till, texts } = useTexts();
  const { finding, cashier } = texts;
  const [sought, seek] = useState(everything);
  const [opened, open] = useState<string | null>(null);
  const { payments, isOld, hasMore, isFetching, fetchMore, csvHref } = useSearch(till.id, sought);
  const detailed = payments?.find(({ reference }) => reference === opened);
  const repeat = (payment: PaymentView) => {
    onClose();
    onRepeat(payment);
  };
  return (
    <Dialog title={finding.title} onClose={onClose} isWide>
      <SearchForm isSeeking={isFetching} onSeek={seek} />
      <div className="found" aria-busy={isFetching}>
        <div role="status">
          {payments?.length === 0 && <p className="nothing">{finding.nothing}</p>}
          {isOld && <p className="warning">{finding.missing}</p>}
          {!payments && !isOld && <p className="nothing">{cashier.loading}</p>}
        </div>
        <ul className="payments">
          {payments?.map((payment) => (
            <AtTill
              key={payment.reference}
              payment={payment}
              meanwhile={(own) => ({ ...own, name: payment.till, currency: payment.amount.currency })}
            >
              <PaymentRow payment={payment} onOpen={open} withDay withTill={sought.everyTill} />
            </AtTill>
          ))}
        </ul>
      </div>
      <div className="answers">
        <a className="quiet" href={csvHref} download>
          {finding.csv}
        </a>
        {hasMore && (
          <button type="button" className="quiet" disabled={isFetching} onClick={fetchMore}>
            {finding.more}
          </button>
        )}
      </div>
      {detailed && (
        <AtTill key={detailed.reference} payment={detailed}>
          <Details
            payment={detailed}
            refunds={refunds}
            asksRefund={false}
            withTill={sought.everyTill}
            onChanged={onChanged}
            onClose={() => open(null)}
            onRepeat={detailed.till === till.id ? () => repeat(detailed) : null}
          />
        </AtTill>
      )}
    </Dialog>
  );
}
