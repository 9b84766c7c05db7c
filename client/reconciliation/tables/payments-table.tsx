import type { Check } from '../../../server/contract/reconciliation.ts';
import { useReportTexts } from '../report-texts.ts';
import { hereText, thereText } from '../sides.ts';

/** Every payment of the day, ours beside what Vipps shows. */
export function PaymentsTable({ checks }: { checks: readonly Check[] }) {
  const { reconciliation: texts, app } = useReportTexts();
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
  const texts = useReportTexts();
  const { payment, outcome } = check;
  return (
    <tr data-outcome={outcome}>
      <td>
        <time dateTime={payment.createdAt}>{texts.when(payment.createdAt, payment.till)}</time>
      </td>
      <td className="what">
        {payment.text}
        <small>
          {texts.tillName(payment.till)} · <span className="reference">{payment.reference}</span>
        </small>
      </td>
      <td className="number">{texts.money(payment.amount.value, payment.amount.currency)}</td>
      <td>{hereText(payment, texts)}</td>
      <td>{thereText(check, texts)}</td>
      <td>
        <span className="tag" data-tone={tones[outcome]}>
          {texts.reconciliation.result[outcome]}
        </span>
      </td>
    </tr>
  );
}
