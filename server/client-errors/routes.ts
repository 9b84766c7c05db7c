// HTTP <-> what has gone wrong on a page, for the log. Anybody may tell, as a page may break before anybody is signed in.
import type { Logger } from 'pino';
import { type Route, route } from '../access/route.ts';
import { createBackoff } from '../access/secrets/backoff.ts';
import { clientErrorSchema } from '../contract/client-errors.ts';
import type { Clock } from '../core/clock.ts';
import { addressGroup } from '../http/address-group.ts';
import { addressOf } from '../http/requests.ts';
import { scrubMessage, scrubStack } from './scrub.ts';

export type ClientErrorRoutesDeps = { clock: Clock; log: Logger };

/** The tablets of a shop come from one address when a server lies elsewhere. */
const pace = { free: 30, firstMs: 60_000, mostMs: 3_600_000, forgetMs: 3_600_000 };

export function createClientErrorRoutes({ clock, log }: ClientErrorRoutesDeps): Route[] {
  const reports = createBackoff(clock, pace);
  return [
    route({
      method: 'post',
      path: '/api/client-errors',
      operationId: 'reportClientError',
      summary: 'What has gone wrong on a page of the server, for its log',
      access: 'anybody',
      body: clientErrorSchema,
      success: { status: 204 },
      errors: ['rate_limited'],
      handle({ request, body: { page, kind, message, stack } }) {
        reports.take(addressGroup(addressOf(request)));
        const said = { page, kind, message: scrubMessage(message), stack: scrubStack(stack) };
        log.warn({ clientError: said }, 'a page had an error');
        return undefined;
      },
    }),
  ];
}
