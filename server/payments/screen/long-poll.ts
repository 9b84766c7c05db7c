// Where polls wait that have seen all there is, and are told so: before anything else is done for them, so that a thousand cost
// next to nothing.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Door } from '../../access/authorize.ts';
import type { Displays } from '../../access/displays/displays.ts';
import type { Clock } from '../../core/clock.ts';
import type { IsOurName } from '../../http/guard.ts';
import { hasVersion, waitMs } from '../../http/requests.ts';
import type { News } from '../change-feed.ts';
import { createAskedAgain } from './asked-again.ts';
import { type Look, soonest } from './read-model.ts';
import { headersOf } from './routes.ts';

export type WaitingRoomDeps = {
  look: Look;
  news: News;
  door: Pick<Door, 'recognise' | 'mayWatch' | 'changes'>;
  displays: Pick<Displays, 'viewer' | 'saw'>;
  isOurName: IsOurName;
  clock: Clock;
};

/** Whoever goes on asking the same is judged anew after this, though nothing has happened: a session may have run out. */
const judgeAnewMs = 5_000;

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

/** A poll of somebody who may ask, and has all there is. */
type Judged = {
  till: string;
  /** For how long it prefers to wait. */
  preferredMs: number;
  etag: string;
  displayId: string | null;
  /** The news and the comings and goings that it was judged by. */
  told: number;
  known: number;
  /** From then on something else may be true, though nothing happens; by the monotonic clock. */
  untilMs: number;
  isSure(): boolean;
};

type Asking = { request: IncomingMessage; response: ServerResponse; sinceMs: number };

/**
 * Holds each `GET /api/tills/{till}/payment` for as long as it prefers to wait (RFC 7240) and has what there is. One that still has
 * it then is told so here; all others go on at once to `answer`, which knows nothing of waiting.
 */
export function createWaitingRoom(deps: WaitingRoomDeps, answer: RequestListener): RequestListener {
  const { look, news, door, displays, isOurName, clock } = deps;
  const askedAgain = createAskedAgain<Judged>();

  /** @returns null for whoever is `answer`'s. */
  async function judge(request: IncomingMessage, till: string, preferredMs: number): Promise<Judged | null> {
    const [told, known] = [news.last(till), door.changes()];
    const caller = await door.recognise(request);
    if (caller === null || !door.mayWatch(caller, till)) return null;
    const { etag, changesInMs, isSure } = await look(till, displays.viewer(caller));
    if (!hasVersion(request, etag)) return null;
    const untilMs = clock.monotonicMs() + soonest(changesInMs, judgeAnewMs);
    const displayId = caller.kind === 'display' ? caller.id : null;
    return { till, preferredMs, etag, displayId, told, known, untilMs, isSure };
  }

  /** [P8] Who was sent away meanwhile, and what is news, is judged anew; else nothing can be another than it was. */
  const holds = ({ till, told, known, untilMs, isSure }: Judged) =>
    news.last(till) === told && door.changes() === known && clock.monotonicMs() < untilMs && isSure();

  function sayNothingIsNew({ request, response }: Asking, { etag, displayId, preferredMs }: Judged): void {
    const say = () => void response.writeHead(304, headersOf(etag, preferredMs, clock.nowMs())).end();
    const noted = displayId === null ? null : displays.saw(displayId);
    if (noted === null) say();
    else noted.then(say, () => answer(request, response));
  }

  function hold(asking: Asking, judged: Judged): void {
    const nowMs = clock.monotonicMs();
    const leftMs = asking.sinceMs + judged.preferredMs - nowMs;
    if (news.closed() || leftMs <= 0) {
      sayNothingIsNew(asking, judged);
      return;
    }
    const changesInMs = judged.untilMs - nowMs;
    const isLast = changesInMs > leftMs;
    const stopWaiting = news.after(judged.till, judged.told, soonest(leftMs, changesInMs), () => {
      if (isLast && holds(judged)) {
        sayNothingIsNew(asking, judged);
        return;
      }
      asking.response.off('close', stopWaiting);
      enter(asking, judged.till, judged.preferredMs);
    });
    asking.response.on('close', stopWaiting);
  }

  function enter(asking: Asking, till: string, preferredMs: number): void {
    const { request, response } = asking;
    judge(request, till, preferredMs)
      .catch(() => null)
      .then((judged) => {
        if (request.socket.destroyed) return;
        if (judged === null) {
          answer(request, response);
          return;
        }
        askedAgain.keep(request, judged);
        hold(asking, judged);
      });
  }

  return (request, response) => {
    const sinceMs = clock.monotonicMs();
    const before = askedAgain.find(request);
    if (before !== null && holds(before)) {
      hold({ request, response, sinceMs }, before);
      return;
    }
    const till = tillOf(request);
    const preferredMs = till === null ? 0 : waitMs(request);
    const isPoll = till !== null && preferredMs > 0 && isOurName(request.headers.host ?? '');
    if (isPoll) enter({ request, response, sinceMs }, till, preferredMs);
    else answer(request, response);
  };
}
