import type { PaymentView } from '../../../server/contract/payments.ts';
import { Capture } from '../details/capture.tsx';
import { Release } from '../details/release.tsx';
import { StopAgreement } from '../details/stop-agreement.tsx';
import { attentionOf, offersRefund } from '../payment/attention.ts';
import { Refund } from '../refund/refund.tsx';
import type { Refunds } from '../refund/use-refunds.ts';
import type { Refresh } from '../today/use-today.ts';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  readonly onChanged: Refresh;
};

/** What staff have to do with the money of the payment: right there, where they read of it. */
export function Acts({ payment, refunds, onChanged }: Props) {
  const asksForRefund = offersRefund(payment) || refunds.attemptFor(payment) !== null;
  return (
    <>
      {asksForRefund && <Refund payment={payment} refunds={refunds} />}
      {payment.state === 'approved' && <Capture payment={payment} onChanged={onChanged} />}
      {attentionOf(payment) === 'release_failed' && <Release payment={payment} onChanged={onChanged} />}
      <StopAgreement payment={payment} onChanged={onChanged} />
    </>
  );
}
