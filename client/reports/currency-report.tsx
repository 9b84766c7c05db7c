import type { CurrencyReport } from '../../server/contract/reports.ts';
import { Bars, type Named } from './bars.tsx';
import { FiguresTable, type TableRow } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';

/** What was sold in one currency: the sums, then each way to look at them. */
export function CurrencyReportView({ report }: { report: CurrencyReport }) {
  const { texts, day, weekday, hour } = useReportTexts();
  const { days, tills, people, hours, weekdays } = report;
  if (tills.length === 0) {
    return (
      <>
        <Totals report={report} />
        <p className="soft">{texts.nothing}</p>
      </>
    );
  }
  const byDay = days.map((row) => ({ ...row, key: row.date, name: day(row.date) }));
  const links = byDay.map((row) => ({
    ...row,
    name: <a href={`/reconciliation?date=${row.date}`}>{row.name}</a>,
  }));
  const byHour = hours.map((row) => ({ ...row, key: String(row.hour), name: hour(row.hour) }));
  const byWeekday = weekdays.map((row) => ({ ...row, key: String(row.weekday), name: weekday(row.weekday) }));
  const byPerson = people.map((row, index) => ({
    ...row,
    key: String(index),
    name: personName(row.by, texts),
  }));
  return (
    <>
      <Totals report={report} />
      {days.length > 1 && <Section heading={texts.by.days} pictured={byDay} rows={links} isFolded />}
      <Section heading={texts.by.hours} pictured={byHour} rows={byHour} isFolded />
      {days.length > 1 && (
        <Section heading={texts.by.weekdays} pictured={byWeekday} rows={byWeekday} isFolded />
      )}
      <Section heading={texts.by.tills} rows={tills.map((row) => ({ ...row, key: row.till }))} />
      <Section heading={texts.by.people} rows={byPerson} />
    </>
  );
}

type By = CurrencyReport['people'][number]['by'];

function personName(by: By, texts: ReturnType<typeof useReportTexts>['texts']): string {
  if (by === null) return texts.nobody;
  return by.kind === 'key' ? texts.program(by.name) : by.name;
}

function Totals({ report: { currency, total } }: { report: CurrencyReport }) {
  const { texts, money } = useReportTexts();
  const { sales, sold, refunded, net } = texts.columns;
  const sums = [
    [sold, money(total.salesAmount)],
    [refunded, money(total.refundsAmount)],
    [net, money(total.netAmount)],
    [sales, String(total.sales)],
  ] as const;
  return (
    <dl className="sums" aria-label={currency}>
      {sums.map(([name, value]) => (
        <div key={name} className="card">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type SectionProps = {
  readonly heading: string;
  /** Shown as a picture as well. */
  readonly pictured?: readonly Named[];
  readonly rows: readonly TableRow[];
  /** The table is long, and the picture says most of it. */
  readonly isFolded?: boolean;
};

function Section({ heading, pictured, rows, isFolded = false }: SectionProps) {
  const { texts } = useReportTexts();
  const table = <FiguresTable heading={heading} rows={rows} />;
  return (
    <section className="card" aria-label={heading}>
      <h2>{heading}</h2>
      {pictured && <Bars label={heading} rows={pictured} />}
      {isFolded ? (
        <details>
          <summary>{texts.table}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}
