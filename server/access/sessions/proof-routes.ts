// HTTP <-> the PIN once more.
import { tell } from '../../audit/act.ts';
import { ownPinAgainSchema } from '../../contract/access.ts';
import { type Route, route } from '../route.ts';
import type { Sessions } from '../staff/sessions.ts';
import { createOwnPin, type OwnPinDeps } from './own-pin.ts';

export type ProofRoutesDeps = OwnPinDeps & { sessions: Sessions };

export function createProofRoutes(deps: ProofRoutesDeps): Route[] {
  const { sessions } = deps;
  const checkOwnPin = createOwnPin(deps);
  return [
    route({
      method: 'post',
      path: '/api/session/proof',
      operationId: 'provePin',
      summary: 'The PIN once more, for what a session alone is not enough for; it counts for 5 minutes',
      access: 'staff',
      audit: 'pin_proved',
      body: ownPinAgainSchema,
      success: { status: 204 },
      errors: ['pin_required', 'rate_limited'],
      async handle({ request, principal, body, act }) {
        await checkOwnPin(request, principal, body.pin);
        const { tokenHash, session } = principal;
        await sessions.noteProof(tokenHash, tell(act, { shop: session.shop, about: '' }));
        return undefined;
      },
    }),
  ];
}
