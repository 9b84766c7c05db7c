import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { historyQuery } from '../payment/history-query.ts';
import { refundsMade } from './refunds-made.ts';
import { hasSlip } from './slip.ts';
import { useSlipPrinter } from './use-slip-printer.tsx';

/** Prints the slip of a payment that is paid, and one for each refund of it. */
export function PrintSlips({ payment }: { payment: PaymentView }) {
  const { texts, money } = useTexts();
  const { printSale, printRefund, paper } = useSlipPrinter();
  const { data } = useQuery({ ...historyQuery(payment), placeholderData: keepPreviousData });
  if (!hasSlip(payment)) return null;
  return (
    <>
      <button type="button" className="quiet" onClick={() => printSale(payment)}>
        {texts.slip.print}
      </button>
      {refundsMade(data?.events ?? []).map((refund) => (
        <button key={refund.at} type="button" className="quiet" onClick={() => printRefund(payment, refund)}>
          {texts.slip.printRefund(money(refund.amountMinor))}
        </button>
      ))}
      {paper}
    </>
  );
}
