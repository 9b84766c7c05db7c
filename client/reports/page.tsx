import { useEffect, useState } from 'react';
import type { SalesReport } from '../../server/contract/reports.ts';
import { failureOf } from '../ui/api/api.ts';
import { useSignInPage } from '../ui/api/session.ts';
import { useShops } from '../ui/api/use-shops.ts';
import { localDay } from '../ui/base/dates.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { ShopChoice } from '../ui/parts/shop-choice.tsx';
import { StaffTrouble } from '../ui/parts/staff-trouble.tsx';
import { localeFor } from '../ui/texts/languages.ts';
import type { ReportsTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { EnvironmentMark } from '../ui/till/environment-banner.tsx';
import { CurrencyReportView } from './currency-report.tsx';
import { lengthOf, mostDays } from './period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { ReportTextsProvider, textsFor } from './report-texts.ts';
import { reportsTexts } from './texts.ts';
import { usePeriod } from './use-period.ts';
import { useSalesReport } from './use-sales-report.ts';

/** No till says where this is. */
const region = 'en-NO';

/** What a shop sold in a period, for managers. */
export function Page() {
  const spoken = useBrowserTexts(reportsTexts);
  return spoken ? <Reports spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Reports({ spoken }: { spoken: Spoken<ReportsTexts> }) {
  const { texts, language } = spoken;
  const { access, common, pages } = texts;
  useEffect(() => {
    document.title = pages.reports;
  }, [pages]);
  const { data: server } = useSignInPage();
  const { data: list, error } = useShops();
  const [chosen, choose] = useState<string | null>(null);
  const shop = chosen ?? list?.shops[0]?.id ?? null;
  const [period, setPeriod] = usePeriod();
  const isTooLong = lengthOf(period) > mostDays;
  const report = useSalesReport(period, isTooLong ? null : shop);
  const problem = error ?? report.error;
  const failure = problem && failureOf(problem);
  const today = report.data?.today ?? localDay(Date.now());
  const locale = localeFor(language, region);
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  return (
    <div className="reports staff-page controls">
      <header>
        {server && <EnvironmentMark environment={server.environment} common={common} />}
        <PlainHttpBanner texts={texts.plainHttp} />
        <div className="top">
          <a href="/">{pages.allTills}</a>
          <h1>{pages.reports}</h1>
          <a href="/reconciliation">{pages.endOfDay}</a>
        </div>
      </header>
      <main aria-busy={report.isFetching}>
        <StaffTrouble failure={failure} texts={texts} />
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
      </main>
    </div>
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
