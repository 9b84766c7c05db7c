import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { type Entry, headOf, receiptOf } from '../details/receipt.ts';
import { momentText } from '../payment/time-text.ts';

type Props = { readonly payment: PaymentView; readonly onPrinted: () => void };

/** Has the browser print the confirmation of a payment, and nothing else; only one at a time can be there. */
export function PrintedSlip({ payment, onPrinted }: Props) {
  const over = useRef(onPrinted);
  over.current = onPrinted;
  useEffect(() => {
    const end = () => over.current();
    addEventListener('afterprint', end);
    window.print();
    return () => removeEventListener('afterprint', end);
  }, []);
  return createPortal(<Receipt payment={payment} />, document.body);
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
      <Entries entries={slip.goods} areAmounts />
      <Entries entries={[slip.total, ...slip.taxes]} areAmounts />
      <p>{slip.paidWith}</p>
      <Entries entries={slip.facts} />
      {till.environment !== 'production' && <p>{texts.receipt.notReal}</p>}
    </article>
  );
}

function Entries({ entries, areAmounts = false }: { entries: readonly Entry[]; areAmounts?: boolean }) {
  return (
    <dl className={areAmounts ? 'amounts' : undefined}>
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
