import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { historyQuery } from '../payment/history-query.ts';
import { momentText } from '../payment/time-text.ts';
import { type RefundMade, soldByOf } from './refunds-made.ts';
import { refundSlip, type Slip, type SlipTexts, saleSlip } from './slip.ts';
import { SlipPaper } from './slip-paper.tsx';

function useSlipTexts(): SlipTexts {
  const { till, texts, locale, app, money } = useTexts();
  const moment = (iso: string) => momentText(iso, { locale, timeZone: till.timeZone });
  const { slip, cashier, display } = texts;
  return { slip, cashier, display, till, app, locale, money, moment };
}

export type SlipPrinter = {
  readonly printSale: (payment: PaymentView) => void;
  readonly printRefund: (payment: PaymentView, refund: RefundMade) => void;
  /** To be rendered beside what prints: the slip as long as it is being printed, which no screen shows. */
  readonly paper: ReactNode;
};

/** Prints slips, one at a time. A history that cannot be had leaves out who sold, and stops no slip. */
export function useSlipPrinter(): SlipPrinter {
  const texts = useSlipTexts();
  const queries = useQueryClient();
  const [slip, setSlip] = useState<Slip | null>(null);
  useEffect(() => {
    if (slip === null) return;
    const end = () => setSlip(null);
    addEventListener('afterprint', end);
    window.print();
    return () => removeEventListener('afterprint', end);
  }, [slip]);
  return {
    async printSale(payment) {
      const history = await queries.fetchQuery(historyQuery(payment)).catch(() => null);
      setSlip(saleSlip(payment, soldByOf(history?.events ?? []), texts));
    },
    printRefund: (payment, refund) => setSlip(refundSlip(payment, refund, texts)),
    paper: slip && createPortal(<SlipPaper slip={slip} />, document.body),
  };
}
