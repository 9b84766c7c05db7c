import type { Check } from '../../../server/contract/reconciliation.ts';
import { useReportWords } from '../report-texts.ts';
import { hereText, thereText } from '../sides.ts';

/** Every payment of the day, ours beside what Vipps shows. */
export function PaymentsTable({ checks }: { checks: readonly Check[] }) {
  const { texts, app } = useReportWords();
  const { columns } = texts;
  const headings = [columns.here, columns.there(app), columns.result];
  return (
    <section className="all">
      <h2 id="payments">{texts.payments}</h2>
      <div className="scroll">
        <table aria-labelledby="payments">
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.payment}</th>
              <th scope="col" className="number">
                {columns.amount}
              </th>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <Row key={check.payment.reference} check={check} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const tones = { agrees: 'good', differs: 'warn', in_progress: 'calm', open: 'calm', not_checked: 'warn' };

function Row({ check }: { check: Check }) {
  const words = useReportWords();
  const { payment, outcome } = check;
  return (
    <tr data-outcome={outcome}>
      <td>
        <time dateTime={payment.createdAt}>{words.when(payment.createdAt, payment.till)}</time>
      </td>
      <td className="what">
        {payment.text}
        <small>
          {words.tillName(payment.till)} · <span className="reference">{payment.reference}</span>
        </small>
      </td>
      <td className="number">{words.money(payment.amount.value, payment.amount.currency)}</td>
      <td>{hereText(payment, words)}</td>
      <td>{thereText(check, words)}</td>
      <td>
        <span className="tag" data-tone={tones[outcome]}>
          {words.texts.result[outcome]}
        </span>
      </td>
    </tr>
  );
}
