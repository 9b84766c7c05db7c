import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PaymentView, TillView } from '../../../server/contract/payments.ts';
import type { Failure } from '../api/api.ts';
import { pageClock } from '../base/page-clock.ts';
import { prepareCode } from '../qr/preload-code.ts';
import type { Deadlines } from './deadlines.ts';
import { msToNextPoll } from './poll.ts';
import { nothingYet, type Polled, pollTill, type Screen } from './poll-till.ts';

/** The till id is the last segment of the page's path. */
export function tillIdOf(pathname: string): string {
  return decodeURIComponent(pathname.split('/').filter(Boolean).pop() ?? '');
}

/** What the till shows now; `till` is null until the server has answered once. */
export type TillNow = {
  readonly till: TillView | null;
  readonly payment: PaymentView | null;
  readonly deadlines: Deadlines | null;
  /** Staff have asked which display this is. */
  readonly identify: boolean;
  /** Why the last poll failed, and with that why what is shown may be old; null after a good one. */
  readonly failure: Failure | null;
};

/** Whether the version is a new one; without an ETag each answer would be. */
const isNewVersion = (last: Polled, now: Polled) => now.etag !== null && now.etag !== last.etag;

/** Follows a till: one poll a second, sooner only after a change, and never two at once. */
export function useTill(tillId: string, screen?: Screen): TillNow {
  const last = useRef({ beganAtMs: 0, hadChange: false });
  const { data = nothingYet } = useQuery({
    queryKey: ['till', tillId],
    queryFn: async ({ client, queryKey }) => {
      const beganAtMs = pageClock.monotonicMs();
      const before = client.getQueryData<Polled>(queryKey) ?? nothingYet;
      const now = await pollTill(tillId, before, pageClock, screen);
      const code = now.view?.payment?.qr;
      if (code && now.view !== before.view) await prepareCode(code.href);
      last.current = { beganAtMs, hadChange: isNewVersion(before, now) };
      return now;
    },
    refetchInterval: ({ state }) => {
      const { beganAtMs, hadChange } = last.current;
      const isUnderWay = state.fetchStatus === 'fetching';
      return isUnderWay ? false : msToNextPoll(beganAtMs, pageClock.monotonicMs(), hadChange);
    },
    refetchIntervalInBackground: true,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const { view, deadlines, failure } = data;
  // While polls fail, the last answer may be old: staff are not waiting for it any more.
  const identify = failure === null && view?.identify === true;
  return { till: view?.till ?? null, payment: view?.payment ?? null, deadlines, identify, failure };
}
