import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { failureOf } from '../ui/api/api.ts';
import { fetchSession, useSignInPage } from '../ui/api/session.ts';
import { destinationOf } from '../ui/api/sign-in-address.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import type { SignInTexts } from '../ui/texts/texts.ts';
import { useBrowserTexts } from '../ui/texts/use-texts.ts';
import { EnvironmentMark } from '../ui/till/environment-banner.tsx';
import { SetUp } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';
import { signInTexts } from './texts.ts';

type Props = { readonly isSetUp: boolean; readonly token: string };

/** Where staff sign in, and where the first manager begins. */
export function Page(props: Props) {
  const spoken = useBrowserTexts(signInTexts);
  return spoken ? <SignInOrSetUp {...props} texts={spoken.texts} /> : <NoticePage icon="dots" />;
}

function SignInOrSetUp({ isSetUp, token, texts }: Props & { texts: SignInTexts }) {
  const { common, signIn, setUp } = texts;
  const { data: page, isError } = useSignInPage();
  const isAsking = useMoveOn(!isSetUp);
  const title = isSetUp ? setUp.title : signIn.title;
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (isError && !page) return <NoticePage icon="alert" title={title} text={signIn.serverAway} />;
  if (!page || isAsking) return <NoticePage icon="dots" title={common.connecting} />;
  return (
    <Frame
      banner={
        <>
          <EnvironmentMark environment={page.environment} common={common} />
          <PlainHttpBanner texts={texts.plainHttp} />
        </>
      }
    >
      {isSetUp ? <SetUp token={token} texts={texts} /> : <SignIn demo={page.demo} texts={texts} />}
    </Frame>
  );
}

type FrameProps = { banner: ReactNode; children: ReactNode };

function Frame({ banner, children }: FrameProps) {
  return (
    <div className="sign-in controls">
      <header>{banner}</header>
      <main>{children}</main>
    </div>
  );
}

/** Leaves the page when this browser is signed in already; true until that is known. */
function useMoveOn(moves: boolean): boolean {
  const { data, error, isPending } = useQuery({
    queryKey: ['session'],
    queryFn: fetchSession,
    enabled: moves,
    refetchInterval: ({ state }) => (state.error && failureOf(state.error) === 'unreachable' ? 2_000 : false),
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (data) location.replace(destinationOf(location.search));
  }, [data]);
  if (!moves) return false;
  return isPending || data !== undefined || (error !== null && failureOf(error) === 'unreachable');
}
