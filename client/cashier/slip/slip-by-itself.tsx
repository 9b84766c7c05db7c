import { useEffect, useRef, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { msToSlip } from './due-slip.ts';
import { useSlipPrinter } from './use-slip-printer.tsx';

type Props = {
  /** What was charged on this page since it was loaded: other tabs print theirs, and a reload prints nothing twice. */
  readonly charged: readonly string[];
  readonly payment: PaymentView | null;
};

/** Where the shop wants it, prints the slip of each sale that was charged here, once. */
export function SlipByItself({ charged, payment }: Props) {
  const { till } = useTexts();
  const [printed, setPrinted] = useState<readonly string[]>([]);
  const { printSale, paper } = useSlipPrinter();
  const print = useRef(printSale);
  print.current = printSale;
  const isOwn =
    payment !== null && charged.includes(payment.reference) && !printed.includes(payment.reference);
  const waitMs = isOwn && till.printsSlip ? msToSlip(payment) : null;
  useEffect(() => {
    if (waitMs === null || payment === null) return;
    const timer = setTimeout(() => {
      setPrinted((before) => [...before, payment.reference]);
      print.current(payment);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [waitMs, payment]);
  return paper;
}
