import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Session } from '../../../server/contract/access.ts';
import { call, whenLocked } from '../api/api.ts';
import { sessionKey, useSession } from '../api/session.ts';
import { pageClock } from '../base/page-clock.ts';
import { useLazy } from '../base/use-lazy.ts';
import { lockTexts } from '../texts/lock-texts.ts';
import { usePageLanguage } from '../texts/use-texts.ts';
import { createActivity } from './activity.ts';
import { LockScreen } from './lock-screen.tsx';

type Props = {
  /** Before somebody else signs in instead. */
  readonly onSignOut?: () => void;
  readonly children: ReactNode;
};

/** Around a page of staff: while its session is locked, what is there stays as it is, but nobody sees it or gets at it. */
export function Lockable({ onSignOut, children }: Props) {
  const { data: session } = useSession();
  const isLocked = session?.locked === true;
  const language = usePageLanguage();
  const texts = useLazy(`lock ${language}`, () => lockTexts[language]());
  useNoticeLock();
  useActivity(isLocked);
  return (
    <>
      <div className="lockable" inert={isLocked}>
        {children}
      </div>
      {isLocked && <LockScreen session={session} texts={texts} onSignOut={onSignOut} />}
    </>
  );
}

/** Locks the page as soon as the server says so to any request, not only when it is asked next. */
function useNoticeLock(): void {
  const client = useQueryClient();
  useEffect(() => {
    whenLocked(() => {
      // An answer from before the lock must not open the page again.
      void client.cancelQueries({ queryKey: sessionKey });
      client.setQueryData<Session>(sessionKey, (known) => known && { ...known, locked: true });
      if (client.getQueryData(sessionKey) === undefined) void client.refetchQueries({ queryKey: sessionKey });
    });
    return () => whenLocked(() => {});
  }, [client]);
}

const signsOfLife = ['keydown', 'pointerdown'] as const;

/** Tells the server of keys and taps, but not of those on the lock. */
function useActivity(isLocked: boolean): void {
  useEffect(() => {
    if (isLocked) return;
    let isOver = false;
    const note = createActivity({
      // A lost report costs nothing: the next one comes with the next key.
      tell: () => void (isOver || call('/api/session/activity', { method: 'POST' }).catch(() => null)),
      clock: pageClock,
      after: (ms, act) => void setTimeout(act, ms),
    });
    for (const sign of signsOfLife) addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      isOver = true;
      for (const sign of signsOfLife) removeEventListener(sign, note, { capture: true });
    };
  }, [isLocked]);
}
