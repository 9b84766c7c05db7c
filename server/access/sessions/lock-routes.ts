// HTTP <-> locking a session and unlocking it.
import { tell } from '../../audit/act.ts';
import { ownPinAgainSchema, sessionSchema } from '../../contract/access.ts';
import { type Route, route } from '../route.ts';
import type { Sessions } from '../staff/sessions.ts';
import { createOwnPin, type OwnPinDeps } from './own-pin.ts';

export type LockRoutesDeps = OwnPinDeps & { sessions: Sessions };

export function createLockRoutes(deps: LockRoutesDeps): Route[] {
  const { sessions } = deps;
  const checkOwnPin = createOwnPin(deps);
  return [
    route({
      method: 'post',
      path: '/api/session/activity',
      operationId: 'noteActivity',
      summary: 'Somebody works on this page: the session is not to lock itself yet',
      access: 'staff',
      success: { status: 204 },
      // The router notes whatever changes something, and this with it.
      handle: () => undefined,
    }),
    route({
      method: 'post',
      path: '/api/session/lock',
      operationId: 'lockSession',
      summary: 'Lock this session until the PIN is entered',
      access: 'staff',
      success: { status: 204 },
      async handle({ principal }) {
        await sessions.lock(principal.tokenHash);
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: '/api/session/unlock',
      operationId: 'unlockSession',
      summary: 'Go on with a session that is locked',
      access: 'staff',
      whenLocked: true,
      audit: 'session_unlocked',
      body: ownPinAgainSchema,
      success: { status: 200, schema: sessionSchema },
      errors: ['pin_required', 'rate_limited'],
      async handle({ request, principal, body, act }) {
        await checkOwnPin(request, principal, body.pin);
        const { tokenHash, session } = principal;
        await sessions.unlock(tokenHash, tell(act, { shop: session.shop, about: '' }));
        return { ...session, locked: false };
      },
    }),
  ];
}
