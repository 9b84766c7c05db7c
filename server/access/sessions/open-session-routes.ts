// HTTP <-> the sessions that go on.
import type { Logger } from 'pino';
import { openSessionListSchema } from '../../contract/access.ts';
import { byOf } from '../policy.ts';
import { type Route, route } from '../route.ts';
import type { OpenSessions } from './open-sessions.ts';

export type OpenSessionRoutesDeps = { openSessions: OpenSessions; log: Logger };

export function createOpenSessionRoutes({ openSessions, log }: OpenSessionRoutesDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/sessions',
      operationId: 'listSessions',
      summary:
        'Where people are signed in: one’s own sessions, and for managers those of the staff they look after',
      access: 'staff',
      success: { status: 200, schema: openSessionListSchema },
      handle: async ({ principal }) => ({ sessions: await openSessions.list(principal) }),
    }),
    route({
      method: 'delete',
      path: '/api/sessions/{id}',
      operationId: 'endSession',
      summary: 'End a session; somebody else’s takes a manager who has just entered the PIN',
      access: 'staff',
      audit: 'session_ended',
      success: { status: 204 },
      errors: ['not_found', 'pin_required'],
      async handle({ principal, params, act }) {
        const name = await openSessions.end(params.id, principal, act);
        log.info({ staff: name, by: byOf(principal) }, 'session ended');
        return undefined;
      },
    }),
  ];
}
