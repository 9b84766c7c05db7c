import type { Check } from '../../../server/contract/reconciliation.ts';
import { useReportTexts } from '../report-texts.ts';
import { differenceText, hereText, thereText } from '../sides.ts';

/** What differs, and how: each with a sentence that says what to do; nothing when there is none. */
export function DifferenceList({ checks }: { checks: readonly Check[] }) {
  const { reconciliation: texts } = useReportTexts();
  if (checks.length === 0) return null;
  return (
    <section className="differences" aria-label={texts.differences}>
      <h2>{texts.differences}</h2>
      <ul>
        {checks.map((check) => (
          <Item key={check.payment.reference} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Item({ check }: { check: Check }) {
  const texts = useReportTexts();
  const { app, when, tillName, money } = texts;
  const { columns } = texts.reconciliation;
  const { payment, differences } = check;
  return (
    <li>
      <p className="which">
        <time dateTime={payment.createdAt}>{when(payment.createdAt, payment.till)}</time>
        <span className="what">{payment.text || payment.reference}</span>
        <b>{money(payment.amount.value, payment.amount.currency)}</b>
      </p>
      {differences.map(({ code }) => (
        <p key={code} className="why">
          {differenceText(check, code, texts)}
        </p>
      ))}
      <dl>
        <div>
          <dt>{columns.here}</dt>
          <dd>{hereText(payment, texts)}</dd>
        </div>
        <div>
          <dt>{columns.there(app)}</dt>
          <dd>{thereText(check, texts)}</dd>
        </div>
        <div>
          <dt>{tillName(payment.till)}</dt>
          <dd className="reference">{payment.reference}</dd>
        </div>
      </dl>
    </li>
  );
}
