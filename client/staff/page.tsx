import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Failure, failureOf } from '../ui/api.ts';
import { EnvironmentMark } from '../ui/environment-banner.tsx';
import { NoticePage } from '../ui/notice-page.tsx';
import { useSignInPage } from '../ui/session.ts';
import { type Texts, textsFor } from '../ui/texts/texts.ts';
import { fetchStaff } from './actions.ts';
import { Everybody } from './everybody.tsx';
import { StaffWordsProvider } from './staff-words.ts';

const refreshEveryMs = 15_000;

function useDocument({ lang, access }: Texts) {
  useEffect(() => {
    document.title = access.staff.title;
    document.documentElement.lang = lang;
  }, [lang, access]);
}

/** Who can sign in, for managers: add, give a new PIN, remove. */
export function Page() {
  const texts = textsFor(navigator.language);
  const { access } = texts;
  useDocument(texts);
  const { data: server } = useSignInPage();
  const { data: list, error } = useQuery({
    queryKey: ['staff'],
    queryFn: fetchStaff,
    refetchInterval: refreshEveryMs,
    networkMode: 'always',
    retry: false,
  });
  const failure = error && failureOf(error);
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  return (
    <div className="staff controls">
      {server && <EnvironmentMark environment={server.environment} texts={texts} />}
      <header className="top">
        <a href="/">{access.staff.allTills}</a>
        <h1>{access.staff.title}</h1>
      </header>
      <main>
        <Trouble failure={failure} texts={access} />
        {failure !== 'not_allowed' && (
          <StaffWordsProvider value={{ access, locale: navigator.language }}>
            <Everybody people={list?.staff ?? null} shops={list?.shops ?? []} />
          </StaffWordsProvider>
        )}
      </main>
    </div>
  );
}

function Trouble({ failure, texts }: { failure: Failure | null; texts: Texts['access'] }) {
  const { managersOnly } = texts.staff;
  return (
    <div role="alert">
      {failure === 'not_allowed' && (
        <section className="warning">
          <h2>{managersOnly.title}</h2>
          <p>{managersOnly.text}</p>
        </section>
      )}
      {failure && failure !== 'not_allowed' && <p className="warning">{texts.errors[failure]}</p>}
    </div>
  );
}
