// Where polls wait that have seen all there is, and are told so: before anything else is done for them, so that a thousand cost
// next to nothing.
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Displays } from '../access/displays.ts';
import type { Door } from '../access/door.ts';
import type { Clock } from '../clock.ts';
import type { IsOurName } from '../http/guard.ts';
import { hasVersion, waitMs } from '../http/requests.ts';
import type { News } from './news.ts';
import { type Look, soonest } from './screen.ts';
import { headersOf } from './screen-routes.ts';

export type WaitingRoomDeps = {
  look: Look;
  news: News;
  door: Pick<Door, 'recognise' | 'mayWatch' | 'changes'>;
  displays: Pick<Displays, 'viewer' | 'saw'>;
  isOurName: IsOurName;
  clock: Clock;
};

type Poll = { till: string; untilMs: number };

/** @returns the till that is asked for; null for everything else, and for what cannot be read. */
function tillOf({ method, url = '' }: IncomingMessage): string | null {
  const [, till] = /^\/api\/tills\/([^/?]+)\/payment(?:\?|$)/.exec(url) ?? [];
  if (method !== 'GET' || till === undefined) return null;
  try {
    return decodeURIComponent(till);
  } catch {
    return null;
  }
}

type Verdict = {
  /** For how long it may wait now, in milliseconds; 0 is not at all. */
  ms: number;
  /** What it has, which is all there is; null when it is `answer`'s. */
  same: { etag: string; displayId: string | null } | null;
  /** What it has stays all there is for as long as it may wait, unless there is news. */
  isLast: boolean;
};

const others: Verdict = { ms: 0, same: null, isLast: false };

/**
 * Holds each `GET /api/tills/{till}/payment` for as long as it prefers to wait (RFC 7240) and has what there is. One that still has
 * it then is told so here; all others go on at once to `answer`, which knows nothing of waiting.
 */
export function createWaitingRoom(deps: WaitingRoomDeps, answer: RequestListener): RequestListener {
  const { look, news, door, displays, isOurName, clock } = deps;

  async function judge(request: IncomingMessage, { till, untilMs }: Poll): Promise<Verdict> {
    const caller = await door.recognise(request);
    if (caller === null || !door.mayWatch(caller, till)) return others;
    const { etag, changesInMs } = await look(till, displays.viewer(caller));
    if (!hasVersion(request, etag)) return others;
    const leftMs = news.closed() ? 0 : untilMs - clock.monotonicMs();
    const same = { etag, displayId: caller.kind === 'display' ? caller.id : null };
    return { ms: soonest(leftMs, changesInMs), same, isLast: changesInMs === null || changesInMs > leftMs };
  }

  return (request, response) => {
    const till = tillOf(request);
    const preferredMs = till === null ? 0 : waitMs(request);
    if (till === null || preferredMs === 0 || !isOurName(request.headers.host ?? '')) {
      answer(request, response);
      return;
    }
    const poll = { till, untilMs: clock.monotonicMs() + preferredMs };
    let stopWaiting: () => void = () => {};
    let isGone = false;
    response.once('close', () => {
      isGone = true;
      stopWaiting();
    });

    const sayNothingIsNew = async ({ etag, displayId }: NonNullable<Verdict['same']>) => {
      if (displayId !== null) await displays.saw(displayId);
      if (!isGone) response.writeHead(304, headersOf(etag, preferredMs, clock.nowMs())).end();
    };
    const answerHere = (same: NonNullable<Verdict['same']>) => {
      sayNothingIsNew(same).catch(() => answer(request, response));
    };

    const enter = () => {
      const [told, known] = [news.last(till), door.changes()];
      judge(request, poll)
        .catch(() => others)
        .then(({ ms, same, isLast }) => {
          if (isGone) return;
          if (same === null) answer(request, response);
          else if (ms <= 0) answerHere(same);
          else {
            stopWaiting = news.after(till, told, ms, () => {
              // [P8] Who was sent away meanwhile, and what is news, is judged anew; else nothing can be another than it was.
              if (isLast && news.last(till) === told && door.changes() === known) answerHere(same);
              else enter();
            });
          }
        });
    };
    enter();
  };
}
