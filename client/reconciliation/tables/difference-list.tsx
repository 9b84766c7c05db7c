import type { Check } from '../../../server/contract/reconciliation.ts';
import { useReportWords } from '../report-texts.ts';
import { differenceText, hereText, thereText } from '../sides.ts';

/** What differs, and how: each with a sentence that says what to do; nothing when there is none. */
export function DifferenceList({ checks }: { checks: readonly Check[] }) {
  const { texts } = useReportWords();
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
  const words = useReportWords();
  const { texts, app, when, tillName, money } = words;
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
          {differenceText(check, code, words)}
        </p>
      ))}
      <dl>
        <div>
          <dt>{texts.columns.here}</dt>
          <dd>{hereText(payment, words)}</dd>
        </div>
        <div>
          <dt>{texts.columns.there(app)}</dt>
          <dd>{thereText(check, words)}</dd>
        </div>
        <div>
          <dt>{tillName(payment.till)}</dt>
          <dd className="reference">{payment.reference}</dd>
        </div>
      </dl>
    </li>
  );
}
