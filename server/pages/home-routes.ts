// HTTP <-> what the start page has to know.
import { Router } from 'express';
import { type Authorizer, principalOf } from '../access/authorize.ts';
import type { Displays } from '../access/displays/displays.ts';
import { asStaff } from '../access/policy.ts';
import type { Home } from '../contract/home.ts';
import type { TillView } from '../contract/payments.ts';
import { type Addresses, addressForTablets } from './tablet-address.ts';

export type HomeRoutesDeps = Addresses & {
  tills: readonly TillView[];
  environment: Home['environment'];
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  authorizer: Pick<Authorizer, 'isInScope'>;
  displays: Pick<Displays, 'list'>;
};

export function createHomeRoutes(deps: HomeRoutesDeps): Router {
  const { tills, environment, phoneUrl, authorizer, displays } = deps;
  const router = Router();

  router.get('/home', async (request, response) => {
    // As the page itself: everybody else is sent to sign in.
    const principal = asStaff(principalOf(response));
    const isInScope = (till: string) => authorizer.isInScope(principal, till);
    const body: Home = {
      environment,
      role: principal.session.role,
      tills: tills.filter(({ id }) => isInScope(id)).map(({ id, name, shop }) => ({ id, name, shop })),
      phoneUrl,
      addressForTablets: addressForTablets(request, deps),
      hasDisplay: (await displays.list(isInScope)).length > 0,
    };
    response.json(body);
  });

  return router;
}
