// Long polling: holds a screen's poll that has seen all there is, until there is something newer or it has waited long enough.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Authorizer } from '../../access/authorize.ts';
import type { Displays } from '../../access/displays/displays.ts';
import type { IdleLock } from '../../access/sessions/idle-lock.ts';
import type { Clock } from '../../core/clock.ts';
import type { IsOurName } from '../../http/guard.ts';
import { hasVersion, screenOf, waitMs } from '../../http/requests.ts';
import type { ChangeFeed } from '../change-feed.ts';
import { type ReadTill, soonest } from './read-model.ts';
import { headersOf } from './routes.ts';

export type LongPollDeps = {
  readTill: ReadTill;
  changeFeed: ChangeFeed;
  authorizer: Pick<Authorizer, 'tryToIdentify' | 'mayWatch'>;
  displays: Pick<Displays, 'viewer' | 'saw'>;
  idleLock: Pick<IdleLock, 'noteWork'>;
  isOurName: IsOurName;
  clock: Clock;
};

/** A poll that prefers to wait; `untilMs` by the monotonic clock. */
type Poll = {
  request: IncomingMessage;
  response: ServerResponse;
  till: string;
  preferredMs: number;
  untilMs: number;
};

/** What the sender of a poll may see, and has seen already. */
type UpToDate = {
  etag: string;
  /** When something else is shown though nothing happens; null is never. */
  changesInMs: number | null;
  displayId: string | null;
  /** The last change of the till that this was read after. */
  seen: number;
};

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
 * Holds each `GET /api/tills/{till}/payment` for as long as it prefers to wait (RFC 7240) and is up to date; what is up to date even then
 * is answered 304 here. All other requests go to `answer` at once, which knows nothing of waiting.
 */
export function createLongPoll(deps: LongPollDeps, answer: RequestListener): RequestListener {
  const { readTill, changeFeed, authorizer, displays, idleLock, isOurName, clock } = deps;

  /** @returns null for a poll that `answer` has to answer: it is news to its sender, or its sender may not see it (P8). */
  async function read({ request, till }: Poll): Promise<UpToDate | null> {
    const seen = changeFeed.last(till);
    const principal = await authorizer.tryToIdentify(request);
    if (principal === null || !authorizer.mayWatch(principal, till)) return null;
    const { etag, changesInMs, isUnderWay } = await readTill(till, displays.viewer(principal));
    if (isUnderWay) idleLock.noteWork(principal);
    if (!hasVersion(request, etag)) return null;
    return { etag, changesInMs, displayId: principal.kind === 'display' ? principal.id : null, seen };
  }

  function answerNotModified({ request, response, preferredMs }: Poll, { etag, displayId }: UpToDate): void {
    const send = () => void response.writeHead(304, headersOf(etag, preferredMs, clock.nowMs())).end();
    const noted = displayId === null ? null : displays.saw(displayId, screenOf(request).told);
    if (noted === null) send();
    else noted.then(send, () => answer(request, response));
  }

  /** Waits, and reads again whatever has ended the wait: who may see it can have changed, too. */
  function wait(poll: Poll, { changesInMs, seen }: UpToDate, leftMs: number): void {
    const { response, till } = poll;
    const stopWaiting = changeFeed.after(till, seen, soonest(leftMs, changesInMs), () => {
      response.off('close', stopWaiting);
      void proceed(poll);
    });
    response.on('close', stopWaiting);
  }

  async function proceed(poll: Poll): Promise<void> {
    const { request, response, untilMs } = poll;
    const upToDate = await read(poll).catch(() => null);
    if (request.socket.destroyed) return;
    if (upToDate === null) {
      answer(request, response);
      return;
    }
    const leftMs = untilMs - clock.monotonicMs();
    if (changeFeed.closed() || leftMs <= 0) answerNotModified(poll, upToDate);
    else wait(poll, upToDate, leftMs);
  }

  return (request, response) => {
    const till = tillOf(request);
    const preferredMs = till === null ? 0 : waitMs(request);
    if (till === null || preferredMs === 0 || !isOurName(request.headers.host ?? '')) {
      answer(request, response);
      return;
    }
    const untilMs = clock.monotonicMs() + preferredMs;
    void proceed({ request, response, till, preferredMs, untilMs });
  };
}
