import type { Reconciliation, Totals } from '../../../server/contract/reconciliation.ts';
import { useReportTexts } from '../report-texts.ts';

type Props = Pick<Reconciliation, 'totals' | 'grandTotals'> & { note: string };

/** The sums of the day: a row for each till, and one for all of them in each currency. */
export function TotalsTable({ totals, grandTotals, note }: Props) {
  const { reconciliation: texts, tillName } = useReportTexts();
  const { columns } = texts;
  const { sales, captured, refunded, net, released, reserved } = columns;
  const headings = [sales, captured, refunded, net, released, reserved];
  return (
    <section className="totals">
      <h2 id="totals">{texts.totals}</h2>
      <p className="note">{note}</p>
      <div className="scroll">
        <table aria-labelledby="totals">
          <thead>
            <tr>
              <th scope="col">{columns.till}</th>
              {headings.map((heading) => (
                <th key={heading} scope="col" className="number">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map((row) => (
              <Row key={`${row.till} ${row.currency}`} name={tillName(row.till)} sums={row} />
            ))}
          </tbody>
          <tfoot>
            {grandTotals.map((row) => (
              <Row key={row.currency} name={`${texts.total} ${row.currency}`} sums={row} />
            ))}
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({ name, sums }: { name: string; sums: Totals }) {
  const { money } = useReportTexts();
  const amount = (amountMinor: number) => money(amountMinor, sums.currency);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{sums.sales}</td>
      <td className="number">{amount(sums.salesAmount)}</td>
      <td className="number">{amount(sums.refundsAmount)}</td>
      <td className="number net">{amount(sums.netAmount)}</td>
      <td className="number">{amount(sums.releasedAmount)}</td>
      <td className="number">{amount(sums.reservedAmount)}</td>
    </tr>
  );
}
