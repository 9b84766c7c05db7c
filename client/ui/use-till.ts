import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PaymentView, TillPayment, TillView } from '../../server/contract.ts';
import { call, type Failure, failureOf } from './api.ts';
import { msToNextPoll } from './poll.ts';
import { serverClock } from './server-clock.ts';

const timeoutMs = 5000;

/** The till id is the last segment of the page's path. */
export function tillIdOf(pathname: string): string {
  return decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? '');
}

type Polled = {
  readonly view: TillPayment | null;
  readonly etag: string | null;
  readonly failure: Failure | null;
};
const nothingYet: Polled = { view: null, etag: null, failure: null };

/** One look at the till. A failed one keeps the last known state and says so (P6). */
async function poll(tillId: string, last: Polled): Promise<Polled> {
  try {
    const answer = await call(`/api/tills/${encodeURIComponent(tillId)}/payment`, {
      headers: { Prefer: 'wait=1', ...(last.etag === null ? {} : { 'If-None-Match': last.etag }) },
      timeoutMs,
    });
    serverClock.observe(answer.headers.get('date'));
    if (answer.status === 304) return last.failure === null ? last : { ...last, failure: null };
    return { view: answer.body as TillPayment, etag: answer.headers.get('etag'), failure: null };
  } catch (error) {
    return { ...last, failure: failureOf(error) };
  }
}

/** What the till shows now; `till` is null until the server has answered once. */
export type TillNow = {
  readonly till: TillView | null;
  readonly payment: PaymentView | null;
  /** Why the last poll failed, and with that why what is shown may be old; null after a good one. */
  readonly failure: Failure | null;
};

/** A version that had not been seen; one without an ETag would be news forever. */
const isNews = (last: Polled, now: Polled) => now.etag !== null && now.etag !== last.etag;

/** Follows a till: one poll a second, sooner only after news, and never two at once. */
export function useTill(tillId: string): TillNow {
  const last = useRef({ beganAtMs: 0, hadNews: false });
  const { data = nothingYet } = useQuery({
    queryKey: ['till', tillId],
    queryFn: async ({ client, queryKey }) => {
      const beganAtMs = performance.now();
      const before = client.getQueryData<Polled>(queryKey) ?? nothingYet;
      const now = await poll(tillId, before);
      last.current = { beganAtMs, hadNews: isNews(before, now) };
      return now;
    },
    refetchInterval: ({ state }) => {
      const { beganAtMs, hadNews } = last.current;
      return state.fetchStatus === 'fetching' ? false : msToNextPoll(beganAtMs, performance.now(), hadNews);
    },
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { till: data.view?.till ?? null, payment: data.view?.payment ?? null, failure: data.failure };
}
