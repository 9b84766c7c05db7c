import type { ReactNode } from 'react';
import type { Figures } from '../../server/contract/reports.ts';
import { useReportTexts } from './report-texts.ts';

export type TableRow = Figures & { readonly key: string; readonly name: ReactNode };

/** @param heading of the first column, which names the rows. */
export function FiguresTable({ heading, rows }: { heading: string; rows: readonly TableRow[] }) {
  const { texts, money } = useReportTexts();
  const { sales, sold, refunded, net } = texts.columns;
  return (
    <div className="scroll">
      <table aria-label={heading}>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number more">
              {sales}
            </th>
            <th scope="col" className="number">
              {sold}
            </th>
            <th scope="col" className="number more">
              {refunded}
            </th>
            <th scope="col" className="number">
              {net}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, ...figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number more">{figures.sales}</td>
              <td className="number">{money(figures.salesAmount)}</td>
              <td className="number more">{money(figures.refundsAmount)}</td>
              <td className="number net">{money(figures.netAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
