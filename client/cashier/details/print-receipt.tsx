import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { PrintedSlip } from '../slip/printed-slip.tsx';
import { hasReceipt } from './receipt.ts';

/** Prints the confirmation of what was paid; nothing is shown of any other payment. */
export function PrintReceipt({ payment }: { payment: PaymentView }) {
  const { receipt } = useTexts().texts;
  const [copies, setCopies] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  if (!hasReceipt(payment)) return null;
  const print = () => {
    setCopies(copies + 1);
    setPrinting(true);
  };
  return (
    <>
      <button type="button" className="quiet" onClick={print}>
        {receipt.print}
      </button>
      {isPrinting && <PrintedSlip key={copies} payment={payment} onPrinted={() => setPrinting(false)} />}
    </>
  );
}
