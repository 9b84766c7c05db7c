// Where polls wait that have seen all there is: before anything else is done for them, so that a thousand cost next to nothing.
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Displays } from '../access/displays.ts';
import type { Door } from '../access/door.ts';
import type { Clock } from '../clock.ts';
import { hasVersion, waitMs } from '../http/requests.ts';
import type { News } from './news.ts';
import { type Look, soonest } from './screen.ts';

export type WaitingRoomDeps = {
  look: Look;
  news: News;
  door: Pick<Door, 'recognise' | 'mayWatch'>;
  displays: Pick<Displays, 'identifiesForMs'>;
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

/**
 * Holds each `GET /api/tills/{till}/payment` for as long as it prefers to wait (RFC 7240) and has what there is; then, as all others
 * at once, it goes on to `answer`, which knows nothing of waiting.
 */
export function createWaitingRoom(deps: WaitingRoomDeps, answer: RequestListener): RequestListener {
  const { look, news, door, displays, clock } = deps;

  /** @returns for how long it may wait now, in milliseconds; 0 when it is to be answered, be it with a no. */
  async function mayWaitMs(request: IncomingMessage, { till, untilMs }: Poll): Promise<number> {
    // [P8] Asked anew after each wait: a display that was cut off, or staff who signed out meanwhile, read nothing more.
    const caller = await door.recognise(request);
    if (caller === null || !door.mayWatch(caller, till)) return 0;
    const { etag, changesInMs } = await look(till, displays.identifiesForMs(caller));
    return hasVersion(request, etag) ? soonest(untilMs - clock.monotonicMs(), changesInMs) : 0;
  }

  return (request, response) => {
    const till = tillOf(request);
    const preferredMs = till === null ? 0 : waitMs(request);
    if (till === null || preferredMs === 0) {
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
    const enter = () => {
      const told = news.last(till);
      mayWaitMs(request, poll)
        .catch(() => 0)
        .then((ms) => {
          if (isGone) return;
          if (ms <= 0 || news.closed()) answer(request, response);
          else stopWaiting = news.after(till, told, ms, enter);
        });
    };
    enter();
  };
}
