import { useEffect } from 'react';
import type { TillView } from '../../server/contract/payments.ts';
import type { Failure } from '../ui/api/api.ts';
import { localDay } from '../ui/base/dates.ts';
import { Icon } from '../ui/parts/icon.tsx';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { appNames, type ReconciliationTexts, type Texts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { DayChooser } from './day-chooser.tsx';
import { Report } from './report.tsx';
import { ReportTextsProvider, textsFor } from './report-texts.ts';
import { reconciliationTexts } from './texts.ts';
import { useDay } from './use-day.ts';
import { useReport } from './use-report.ts';

function useDocument(brand: TillView['brand'], title: string) {
  useEffect(() => {
    document.documentElement.dataset['brand'] = brand;
    document.title = title;
  }, [brand, title]);
}

/** The end of a day, for managers: one day compared with Vipps, on the screen and on paper. */
export function Page() {
  const spoken = useBrowserTexts(reconciliationTexts);
  return spoken ? <Day spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Day({ spoken }: { spoken: Spoken<ReconciliationTexts> }) {
  const [day, choose] = useDay();
  const { report, failure, isChecking, checkAgain } = useReport(day);
  const reportTexts = report && textsFor(report, spoken);
  const { reconciliation: texts, pages } = spoken.texts;
  // Until the server has said which day it is.
  const today = report?.today ?? localDay(Date.now());
  const brand = report?.tills[0]?.brand ?? 'vipps';
  useDocument(brand, pages.endOfDay);
  return (
    <div className="page">
      <header className="bar">
        <PlainHttpBanner texts={spoken.texts.plainHttp} />
        <a className="home" href="/">
          {pages.allTills}
        </a>
        <DayChooser day={report?.date ?? day ?? today} today={today} texts={texts} onChoose={choose} />
        <button type="button" disabled={isChecking} onClick={checkAgain}>
          {texts.checkAgain}
        </button>
        <button type="button" className="filled" disabled={!report} onClick={() => print()}>
          {texts.print}
        </button>
      </header>
      <main aria-busy={isChecking}>
        <div role="status">
          {isChecking && <Checking text={texts.checking(reportTexts?.app ?? appNames.vipps)} />}
        </div>
        <div role="alert">
          {failure && <Failed failure={failure} isOld={report !== null} texts={texts} />}
        </div>
        {reportTexts && (
          <ReportTextsProvider value={reportTexts}>
            <Report report={report} />
          </ReportTextsProvider>
        )}
      </main>
    </div>
  );
}

function Checking({ text }: { text: string }) {
  return (
    <div className="checking">
      <p>{text}</p>
      <span className="progress" />
    </div>
  );
}

function failureTexts(failure: Failure, texts: Texts['reconciliation']) {
  switch (failure) {
    case 'unreachable':
      return texts.unreachable;
    case 'not_allowed':
      return texts.managersOnly;
    case 'invalid_request':
      return texts.wrongDay;
    default:
      return texts.faulty;
  }
}

type FailedProps = { failure: Failure; isOld: boolean; texts: Texts['reconciliation'] };

function Failed({ failure, isOld, texts }: FailedProps) {
  const { title, text } = failureTexts(failure, texts);
  return (
    <section className="verdict" data-tone="warn">
      <span className="badge" data-tone="warn">
        <Icon name="alert" />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{isOld ? texts.old : text}</p>
      </div>
    </section>
  );
}
