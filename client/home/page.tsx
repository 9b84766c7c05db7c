import type { Home } from '../../server/contract/home.ts';
import { failureOf } from '../ui/api/api.ts';
import { useHome } from '../ui/api/use-home.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { TabletAddresses } from '../ui/qr/tablet-addresses.tsx';
import type { HomeTexts } from '../ui/texts/texts.ts';
import { useBrowserTexts } from '../ui/texts/use-texts.ts';
import { EnvironmentMark } from '../ui/till/environment-banner.tsx';
import { LinkedText } from './linked-text.tsx';
import { NextSteps } from './next-steps.tsx';
import { homeTexts } from './texts.ts';
import { TillList } from './till-list.tsx';
import { needsNextSteps } from './what-to-show.ts';

/** Where staff begin: every till that they may know of with both its screens, and for managers what else there is. */
export function Page() {
  const spoken = useBrowserTexts(homeTexts);
  return spoken ? <Start texts={spoken.texts} /> : <NoticePage icon="dots" />;
}

function Start({ texts }: { texts: HomeTexts }) {
  const { access, common, pages } = texts;
  const { data: home, error } = useHome();
  const failure = error && failureOf(error);
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  return (
    <div className="start staff-page controls">
      <header>
        {home && <EnvironmentMark environment={home.environment} common={common} />}
        <PlainHttpBanner texts={texts.plainHttp} />
        <div className="top">
          <h1>Tillside</h1>
          {home?.role === 'manager' && (
            <nav>
              <a href="/reconciliation">{pages.endOfDay}</a>
              <a href="/reports">{pages.reports}</a>
              <a href="/staff">{pages.staff}</a>
              <a href="/settings">{pages.settings}</a>
              <a href="/audit">{pages.audit}</a>
            </nav>
          )}
        </div>
      </header>
      <main aria-busy={!home}>
        <div role="alert">{failure && <p className="warning">{access.errors[failure]}</p>}</div>
        {home && <Known home={home} texts={texts} />}
      </main>
    </div>
  );
}

function Known({ home, texts }: { home: Home; texts: HomeTexts }) {
  const isNew = needsNextSteps(home);
  return (
    <>
      {home.phoneUrl !== null && (
        <p className="panel">
          <LinkedText text={texts.home.demo} href={home.phoneUrl} />
        </p>
      )}
      {isNew && <NextSteps addresses={home.tabletAddresses} texts={texts} />}
      <TillList tills={home.tills} texts={texts.home} />
      {!isNew && home.tabletAddresses.length > 0 && (
        <details className="panel">
          <summary>{texts.tablets.title}</summary>
          <TabletAddresses addresses={home.tabletAddresses} texts={texts.tablets} />
        </details>
      )}
    </>
  );
}
