// Where polls wait that have seen all there is, and are told so: before anything else is done for them, so that a thousand cost
// next to nothing.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
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
  door: Pick<Door, 'recognise' | 'mayWatch'>;
  displays: Pick<Displays, 'identifiesForMs' | 'saw'>;
  isOurName: IsOurName;
  clock: Clock;
};

type Poll = { till: string; preferredMs: number; untilMs: number };

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

const noWait = { ms: 0, headers: null };

function sayNothingIsNew(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(304, headers).end();
}

/**
 * Holds each `GET /api/tills/{till}/payment` for as long as it prefers to wait (RFC 7240) and has what there is. One that still has
 * it then is told so here; all others go on at once to `answer`, which knows nothing of waiting.
 */
export function createWaitingRoom(deps: WaitingRoomDeps, answer: RequestListener): RequestListener {
  const { look, news, door, displays, isOurName, clock } = deps;

  /** @returns for how long it may wait now, in milliseconds; with 0 what it is told, or null when it is `answer`'s. */
  async function judge(request: IncomingMessage, { till, preferredMs, untilMs }: Poll) {
    // [P8] Asked anew after each wait: a display that was cut off, or staff who signed out meanwhile, read nothing more.
    const caller = await door.recognise(request);
    if (caller === null || !door.mayWatch(caller, till)) return noWait;
    const { etag, changesInMs } = await look(till, displays.identifiesForMs(caller));
    if (!hasVersion(request, etag)) return noWait;
    const ms = soonest(untilMs - clock.monotonicMs(), changesInMs);
    if (ms > 0 && !news.closed()) return { ms, headers: null };
    if (caller.kind === 'display') await displays.saw(caller.id);
    return { ms: 0, headers: headersOf(etag, preferredMs, clock.nowMs()) };
  }

  return (request, response) => {
    const till = tillOf(request);
    const preferredMs = till === null ? 0 : waitMs(request);
    if (till === null || preferredMs === 0 || !isOurName(request.headers.host ?? '')) {
      answer(request, response);
      return;
    }
    const poll = { till, preferredMs, untilMs: clock.monotonicMs() + preferredMs };
    let stopWaiting: () => void = () => {};
    let isGone = false;
    response.once('close', () => {
      isGone = true;
      stopWaiting();
    });
    const enter = () => {
      const told = news.last(till);
      judge(request, poll)
        .catch(() => noWait)
        .then(({ ms, headers }) => {
          if (isGone) return;
          if (ms > 0) stopWaiting = news.after(till, told, ms, enter);
          else if (headers === null) answer(request, response);
          else sayNothingIsNew(response, headers);
        });
    };
    enter();
  };
}
