// HTTP <-> the screens of a till: what it shows now. A poll that is to be held has waited before it gets here.
import { Router } from 'express';
import type { Authorizer } from '../../access/authorize.ts';
import type { Displays } from '../../access/displays/displays.ts';
import type { Clock } from '../../core/clock.ts';
import { httpDate } from '../../http/date.ts';
import { hasVersion, waitMs } from '../../http/requests.ts';
import type { ReadTill } from './read-model.ts';

/** What goes with an answer, also with one that says that there is nothing new (RFC 9110, 15.4.5). */
export function headersOf(etag: string, heldMs: number, nowMs: number): Record<string, string> {
  return {
    ...(heldMs > 0 ? { 'Preference-Applied': `wait=${heldMs / 1000}` } : {}),
    // Node keeps its own for up to a second: with `expiresAt` of another moment it would tell screens a wrong time left.
    Date: httpDate(nowMs),
    ETag: etag,
    'Cache-Control': 'no-store',
  };
}

export type ScreenRoutesDeps = {
  readTill: ReadTill;
  authorizer: Authorizer;
  displays: Displays;
  clock: Clock;
};

/** The route authorizes by itself, so that it stands before what identifies all others. */
export function createScreenRoutes({ readTill, authorizer, displays, clock }: ScreenRoutesDeps): Router {
  const router = Router();

  router.get('/tills/:till/payment', async (request, response) => {
    const { till } = request.params;
    const principal = await authorizer.authorize(request, 'watch_till', till);
    if (principal.kind === 'display') await displays.saw(principal.id);
    const { etag, body } = await readTill(till, displays.viewer(principal));
    response.set(headersOf(etag, waitMs(request), clock.nowMs()));
    if (hasVersion(request, etag)) response.status(304).end();
    else response.json(await body());
  });

  return router;
}
