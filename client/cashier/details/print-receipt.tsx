import { useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { momentText } from '../payment/time-text.ts';
import { type Entry, hasReceipt, headOf, receiptOf } from './receipt.ts';

/** Prints the confirmation of what was paid; nothing is shown of any other payment. */
export function PrintReceipt({ payment }: { payment: PaymentView }) {
  const { receipt } = useTexts().texts;
  const [copies, setCopies] = useState(0);
  useEffect(() => {
    if (copies > 0) window.print();
  }, [copies]);
  if (!hasReceipt(payment)) return null;
  return (
    <>
      <button type="button" className="quiet" onClick={() => setCopies(copies + 1)}>
        {receipt.print}
      </button>
      {copies > 0 && createPortal(<Receipt payment={payment} />, document.body)}
    </>
  );
}

/** Only on paper. */
function Receipt({ payment }: { payment: PaymentView }) {
  const { till, texts, locale, app, money } = useTexts();
  useLayoutEffect(() => {
    document.body.dataset['receipt'] = '';
    return () => {
      delete document.body.dataset['receipt'];
    };
  }, []);
  const moment = (iso: string) => momentText(iso, { locale, timeZone: till.timeZone });
  const slip = receiptOf(payment, { ...texts, app, locale, money, moment });
  const head = headOf(till);
  return (
    <article className="receipt" aria-label={texts.receipt.title}>
      <h1>{head.title}</h1>
      {head.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{texts.receipt.title}</p>
      {slip.mark !== null && (
        <p className="mark" lang="nb">
          {slip.mark}
        </p>
      )}
      <Entries entries={slip.goods} />
      <Entries entries={[slip.total, ...slip.taxes]} />
      <p>{slip.paidWith}</p>
      <Entries entries={slip.facts} />
      {till.environment !== 'production' && <p>{texts.receipt.notReal}</p>}
    </article>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl>
      {entries.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same thing can be bought on two lines
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
