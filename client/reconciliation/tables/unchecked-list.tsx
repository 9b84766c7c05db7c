import type { Check } from '../../../server/contract/reconciliation.ts';
import { useReportTexts } from '../report-texts.ts';

type Props = {
  title: string;
  checks: readonly Check[];
  /** Why a payment was not compared. */
  say: (check: Check) => string;
};

/** More than these are only counted: each stands in the list of payments, too. */
const most = 8;

/** Payments that were not compared, and why; nothing when there are none. */
export function UncheckedList({ title, checks, say }: Props) {
  const { reconciliation: texts, when, tillName, money } = useReportTexts();
  if (checks.length === 0) return null;
  return (
    <section className="not-compared" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {checks.slice(0, most).map((check) => {
          const { payment } = check;
          return (
            <li key={payment.reference}>
              <time dateTime={payment.createdAt}>{when(payment.createdAt, payment.till)}</time>
              <span className="what">
                {payment.text || payment.reference}
                <small>
                  {tillName(payment.till)} · {say(check)}
                </small>
              </span>
              <b>{money(payment.amount.value, payment.amount.currency)}</b>
            </li>
          );
        })}
      </ul>
      {checks.length > most && <p className="more">{texts.more(checks.length - most)}</p>}
    </section>
  );
}
