import { useState } from 'react';
import type { SalesReport } from '../../server/contract/reports.ts';
import { failureOf } from '../ui/api/api.ts';
import { useShops } from '../ui/api/use-shops.ts';
import { localDay } from '../ui/base/dates.ts';
import { ManagerPage } from '../ui/parts/manager-page.tsx';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { ShopChoice } from '../ui/parts/shop-choice.tsx';
import { localeFor, usualLocale } from '../ui/texts/languages.ts';
import type { ReportsTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { CurrencyReportView } from './currency-report.tsx';
import { lengthOf, mostDays } from './period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { ReportTextsProvider, textsFor } from './report-texts.ts';
import { reportsTexts } from './texts.ts';
import { usePeriod } from './use-period.ts';
import { useSalesReport } from './use-sales-report.ts';

/** What a shop sold in a period, for managers. */
export function Page() {
  const spoken = useBrowserTexts(reportsTexts);
  return spoken ? <Reports spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Reports({ spoken }: { spoken: Spoken<ReportsTexts> }) {
  const { texts, language } = spoken;
  const { data: list, error } = useShops();
  const [chosen, choose] = useState<string | null>(null);
  const shop = chosen ?? list?.shops[0]?.id ?? null;
  const [period, setPeriod] = usePeriod();
  const isTooLong = lengthOf(period) > mostDays;
  const report = useSalesReport(period, isTooLong ? null : shop);
  const problem = error ?? report.error;
  const failure = problem && failureOf(problem);
  const today = report.data?.today ?? localDay(Date.now());
  const locale = localeFor(language, usualLocale);
  return (
    <ManagerPage
      name="reports"
      links={['endOfDay']}
      failure={failure}
      isBusy={report.isFetching}
      texts={texts}
    >
      {list && list.shops.length > 1 && shop !== null && (
        <ShopChoice label={texts.reports.shop} shops={list.shops} chosen={shop} onChoose={choose} />
      )}
      {shop !== null && (
        <PeriodChooser
          period={period}
          today={today}
          locale={locale}
          texts={texts.reports}
          onChoose={setPeriod}
        />
      )}
      {report.data && !isTooLong && <Sold report={report.data} locale={locale} texts={texts} />}
      {report.isPending && shop !== null && !isTooLong && <p className="soft">{texts.reports.loading}</p>}
    </ManagerPage>
  );
}

function Sold({ report, locale, texts }: { report: SalesReport; locale: string; texts: ReportsTexts }) {
  return (
    <>
      {report.currencies.map((one) => (
        <ReportTextsProvider key={one.currency} value={textsFor(texts.reports, locale, one.currency)}>
          <CurrencyReportView report={one} />
        </ReportTextsProvider>
      ))}
      <p className="soft">{texts.reports.counts}</p>
    </>
  );
}
