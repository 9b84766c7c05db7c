import { type ReactNode, useEffect } from 'react';
import type { Failure } from '../api/api.ts';
import { useSignInPage } from '../api/session.ts';
import type { Texts } from '../texts/texts.ts';
import { EnvironmentMark } from '../till/environment-banner.tsx';
import { NoticePage } from './notice-page.tsx';
import { PlainHttpBanner } from './plain-http-banner.tsx';
import { StaffTrouble } from './staff-trouble.tsx';

type PageTexts = Pick<Texts, 'access' | 'common' | 'pages' | 'plainHttp'>;
type PageName = 'audit' | 'reports' | 'settings' | 'staff';

type Props = {
  readonly name: PageName;
  /** The pages that it leads to, besides the list of tills. */
  readonly links: readonly (PageName | 'endOfDay')[];
  /** Why what it is about could not be had. */
  readonly failure: Failure | null;
  readonly isBusy?: boolean;
  readonly texts: PageTexts;
  readonly children: ReactNode;
};

const addresses = {
  audit: '/audit',
  endOfDay: '/reconciliation',
  reports: '/reports',
  settings: '/settings',
  staff: '/staff',
} as const;

/** What the pages of managers have around them: the way back, the name, the way on, and why nothing is shown. */
export function ManagerPage({ name, links, failure, isBusy, texts, children }: Props) {
  const { access, common, pages } = texts;
  useEffect(() => {
    document.title = pages[name];
  }, [pages, name]);
  const { data: server } = useSignInPage();
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...access.signedOut} />;
  return (
    <div className={`${name} staff-page controls`}>
      <header>
        {server && <EnvironmentMark environment={server.environment} common={common} />}
        <PlainHttpBanner texts={texts.plainHttp} />
        <div className="top">
          <a href="/">{pages.allTills}</a>
          <h1>{pages[name]}</h1>
          {links.map((link) => (
            <a key={link} href={addresses[link]}>
              {pages[link]}
            </a>
          ))}
        </div>
      </header>
      <main aria-busy={isBusy}>
        <StaffTrouble failure={failure} texts={texts} />
        {failure !== 'not_allowed' && children}
      </main>
    </div>
  );
}
