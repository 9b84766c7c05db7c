import { useEffect, useState } from 'react';
import { failureOf } from '../ui/api/api.ts';
import { useSignInPage } from '../ui/api/session.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { StaffTrouble } from '../ui/parts/staff-trouble.tsx';
import { localeFor } from '../ui/texts/languages.ts';
import type { AuditTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { EnvironmentMark } from '../ui/till/environment-banner.tsx';
import { Entries } from './entries.tsx';
import { Filters } from './filters.tsx';
import { auditTexts } from './texts.ts';
import { type Filter, useAudit } from './use-audit.ts';

/** No till says where this is: the browser's own English may be American, and its dates with it. */
const region = 'en-NO';
const everything: Filter = { day: '', kind: '', person: null };

/** Who did what, for managers. */
export function Page() {
  const spoken = useBrowserTexts(auditTexts);
  return spoken ? <Audit spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Audit({ spoken: { language, texts } }: { spoken: Spoken<AuditTexts> }) {
  const { access, audit, common, pages } = texts;
  useEffect(() => {
    document.title = pages.audit;
  }, [pages]);
  const { data: server } = useSignInPage();
  const [filter, setFilter] = useState(everything);
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useAudit(filter);
  const failure = error && failureOf(error);
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const { seal, timeZone = 'UTC' } = data?.pages[0] ?? {};
  return (
    <div className="audit staff-page controls">
      <header>
        {server && <EnvironmentMark environment={server.environment} common={common} />}
        <PlainHttpBanner texts={texts.plainHttp} />
        <div className="top">
          <a href="/">{pages.allTills}</a>
          <h1>{pages.audit}</h1>
          <a href="/staff">{pages.staff}</a>
          <a href="/settings">{pages.settings}</a>
        </div>
      </header>
      <main aria-busy={isFetching}>
        <StaffTrouble failure={failure} texts={texts} />
        {failure !== 'not_allowed' && (
          <>
            <Filters filter={filter} texts={audit} onChange={setFilter} />
            <Entries
              entries={entries}
              texts={audit}
              locale={localeFor(language, region)}
              timeZone={timeZone}
              onPerson={(person) => setFilter({ ...filter, person })}
            />
            <p role="status" className="soft">
              {isFetching && audit.loading}
              {!isFetching && data && entries.length === 0 && audit.none}
            </p>
            {hasNextPage && (
              <button type="button" className="quiet" disabled={isFetching} onClick={() => fetchNextPage()}>
                {audit.more}
              </button>
            )}
            {seal && <p className="soft seal">{audit.seal(String(seal.sequence), seal.hash)}</p>}
          </>
        )}
      </main>
    </div>
  );
}
