import type { Check, Reconciliation } from '../../server/contract/reconciliation.ts';
import { longDay } from '../ui/base/dates.ts';
import { Icon } from '../ui/parts/icon.tsx';
import { hoursOf } from './days.ts';
import { useReportTexts } from './report-texts.ts';
import { shopsOf } from './shops.ts';
import { DifferenceList } from './tables/difference-list.tsx';
import { MovementsTable } from './tables/movements-table.tsx';
import { PaymentsTable } from './tables/payments-table.tsx';
import { TotalsTable } from './tables/totals-table.tsx';
import { UncheckedList } from './tables/unchecked-list.tsx';
import { type Counts, countsOf, verdictOf } from './verdict.ts';

/** A compared day: what differs first, then the sums, then every payment. */
export function Report({ report }: { report: Reconciliation }) {
  const { reconciliation: texts, app, money, day } = useReportTexts();
  const { checks } = report;
  const of = (...outcomes: Check['outcome'][]) => checks.filter(({ outcome }) => outcomes.includes(outcome));
  return (
    <>
      <Heading report={report} />
      <VerdictCard checks={checks} />
      <DifferenceList checks={of('differs')} />
      <UncheckedList
        title={texts.notChecked}
        checks={of('not_checked')}
        say={({ unchecked }) => (unchecked ? texts.unchecked[unchecked.code](app) : '')}
      />
      <UncheckedList
        title={texts.unfinished}
        checks={of('in_progress', 'open')}
        say={({ outcome }) => texts.unfinishedText[outcome === 'open' ? 'open' : 'in_progress']}
      />
      <UncheckedList
        title={texts.uncaptured}
        checks={checks.filter(({ payment }) => payment.captureBy !== null)}
        say={({ payment }) => {
          const { amount, captureBy, capturedAmount, releasedAmount, till } = payment;
          const left = money(amount.value - capturedAmount - releasedAmount, amount.currency);
          return texts.uncapturedBy(left, captureBy === null ? '' : day(captureBy, till));
        }}
      />
      <TotalsTable
        totals={report.totals}
        grandTotals={report.grandTotals}
        note={of('differs').length > 0 ? texts.totalsWithout : texts.totalsBy}
      />
      {report.movements.length > 0 && <MovementsTable movements={report.movements} />}
      {checks.length > 0 && <PaymentsTable checks={checks} />}
    </>
  );
}

function Heading({ report }: { report: Reconciliation }) {
  const { pages, common, locale, moment, reconciliation: texts } = useReportTexts();
  const { date, today, checkedAt, tills } = report;
  const environment = tills[0]?.environment ?? 'production';
  const { mark, meaning } = environment === 'production' ? { mark: '', meaning: '' } : common[environment];
  return (
    <header className="heading">
      <div>
        {shopsOf(tills).map(({ shop, name, about }) => (
          <p key={shop} className="shop">
            <b>{name}</b> {about}
          </p>
        ))}
        <h1>{pages.endOfDay}</h1>
        <p className="day">
          {longDay(date, locale)}
          {date === today && <span className="so-far">{texts.soFar}</span>}
        </p>
        {hoursOf(report.days).map(({ names, timeZone, from, to }) => (
          <p key={names} className="hours">
            {report.days.length > 1 && `${names}: `}
            {moment(from, timeZone)} – {moment(to, timeZone)} ({timeZone})
          </p>
        ))}
        <p>{texts.checkedAt(moment(checkedAt))}</p>
      </div>
      {mark && (
        <p className="environment">
          <b>{mark}</b>
          {meaning}
        </p>
      )}
    </header>
  );
}

const icons = { good: 'check', calm: 'clock', warn: 'alert' } as const;

function VerdictCard({ checks }: { checks: readonly Check[] }) {
  const texts = useReportTexts();
  const { tone, title, text } = verdictOf(checks, texts);
  const counts = countsOf(checks);
  const outcomes = (Object.keys(counts) as (keyof Counts)[]).filter((outcome) => counts[outcome] > 0);
  return (
    <section className="verdict" data-tone={tone}>
      <span className="badge" data-tone={tone}>
        <Icon name={icons[tone]} />
      </span>
      <div>
        <h2>{title}</h2>
        {text && <p>{text}</p>}
        <p className="counts">
          {outcomes.map((outcome) => (
            <span key={outcome}>{texts.reconciliation.counts[outcome](counts[outcome])}</span>
          ))}
        </p>
      </div>
    </section>
  );
}
