import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { failureOf } from '../ui/api/api.ts';
import { useSignInPage } from '../ui/api/session.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { StaffTrouble } from '../ui/parts/staff-trouble.tsx';
import { ProofProvider } from '../ui/proof/ask-pin.tsx';
import { localeFor } from '../ui/texts/languages.ts';
import type { StaffTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { EnvironmentMark } from '../ui/till/environment-banner.tsx';
import { fetchStaff } from './actions.ts';
import { Everybody } from './everybody.tsx';
import { StaffTextsProvider } from './staff-texts.ts';
import { staffTexts } from './texts.ts';

const refreshEveryMs = 15_000;
/** No till says where this is: the browser's own English may be American, and its dates with it. */
const region = 'en-NO';

/** Who can sign in, for managers: add, give a new PIN, remove. */
export function Page() {
  const spoken = useBrowserTexts(staffTexts);
  return spoken ? <Staff spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Staff({ spoken: { language, texts } }: { spoken: Spoken<StaffTexts> }) {
  const { access, common, pages } = texts;
  useEffect(() => {
    document.title = pages.staff;
  }, [pages]);
  const { data: server } = useSignInPage();
  const { data: list, error } = useQuery({
    queryKey: ['staff'],
    queryFn: fetchStaff,
    refetchInterval: refreshEveryMs,
  });
  const failure = error && failureOf(error);
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  return (
    <div className="staff staff-page controls">
      <header>
        {server && <EnvironmentMark environment={server.environment} common={common} />}
        <PlainHttpBanner texts={texts.plainHttp} />
        <div className="top">
          <a href="/">{pages.allTills}</a>
          <h1>{pages.staff}</h1>
          <a href="/settings">{pages.settings}</a>
          <a href="/audit">{pages.audit}</a>
        </div>
      </header>
      <main>
        <StaffTrouble failure={failure} texts={texts} />
        {failure !== 'not_allowed' && (
          <StaffTextsProvider value={{ ...texts, locale: localeFor(language, region) }}>
            <ProofProvider texts={texts} reason={texts.staff.proof}>
              <Everybody people={list?.staff ?? null} shops={list?.shops ?? []} />
            </ProofProvider>
          </StaffTextsProvider>
        )}
      </main>
    </div>
  );
}
