// HTTP <-> the screens of a till: what it shows now. A poll that is to be held has waited before it gets here.
import type { Displays } from '../../access/displays/displays.ts';
import { type Route, route } from '../../access/route.ts';
import type { IdleLock } from '../../access/sessions/idle-lock.ts';
import { tillPaymentSchema } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { httpDate } from '../../http/date.ts';
import { hasVersion, screenOf, waitMs } from '../../http/requests.ts';
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
  displays: Displays;
  idleLock: Pick<IdleLock, 'noteWork'>;
  clock: Clock;
};

export function createScreenRoutes({ readTill, displays, idleLock, clock }: ScreenRoutesDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/tills/{till}/payment',
      operationId: 'watchTill',
      summary: 'What this till shows now; null is idle',
      access: 'watch_till',
      headers: ['If-None-Match', 'Prefer'],
      success: { status: 200, schema: tillPaymentSchema },
      errors: ['not_found'],
      async handle({ request, response, principal, params }) {
        if (principal.kind === 'display') await displays.saw(principal.id, screenOf(request).told);
        const { etag, body, isUnderWay } = await readTill(params.till, displays.viewer(principal));
        // Whoever has a sale on their page is at work, though they only look on.
        if (isUnderWay) idleLock.noteWork(principal);
        response.set(headersOf(etag, waitMs(request), clock.nowMs()));
        if (!hasVersion(request, etag)) return body();
        response.status(304).end();
        return undefined;
      },
    }),
  ];
}
