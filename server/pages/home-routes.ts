// HTTP <-> the tills that staff may know of, and where a tablet finds this server.

import type { Authorizer } from '../access/authorize.ts';
import type { Displays } from '../access/displays/displays.ts';
import { type Route, route } from '../access/route.ts';
import { type Home, homeSchema } from '../contract/home.ts';
import type { Tills } from '../core/tills.ts';
import { overPlainHttp } from '../http/listen.ts';
import { type Addresses, tabletAddresses } from './tablet-addresses.ts';
import { codeOf } from './tablet-code.ts';

export type HomeRoutesDeps = Pick<Addresses, 'publicUrl'> & {
  /** Asked for each answer: a machine may come into its network, or change it, after the start. */
  readNetworkAddresses: () => Promise<Addresses['networkAddresses']>;
  /** With what the server proves itself; with a root of its own, tablets have to trust it first. */
  certificate: { root: object | null } | null;
  tills: Tills;
  environment: Home['environment'];
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  authorizer: Pick<Authorizer, 'isInScope'>;
  displays: Pick<Displays, 'list'>;
};

export function createHomeRoutes(deps: HomeRoutesDeps): Route[] {
  const { tills, environment, phoneUrl, publicUrl, readNetworkAddresses, certificate } = deps;
  const { authorizer, displays } = deps;
  return [
    route({
      method: 'get',
      path: '/api/home',
      operationId: 'readHome',
      summary: 'The tills of the signed-in person, and where a tablet finds this server',
      access: 'staff',
      success: { status: 200, schema: homeSchema },
      async handle({ request, principal }) {
        const isInScope = (till: string) => authorizer.isInScope(principal, till);
        const networkAddresses = await readNetworkAddresses();
        const found = tabletAddresses(request, { publicUrl, networkAddresses });
        // Over plain http a tablet is shown how, and sent on to https once it does.
        const addresses = certificate?.root ? found.map(overPlainHttp) : found;
        return {
          environment,
          role: principal.session.role,
          tills: tills
            .list()
            .filter(({ id }) => isInScope(id))
            .map(({ id, name, shop }) => ({ id, name, shop })),
          phoneUrl,
          tabletAddresses: await Promise.all(
            addresses.map(async (address) => ({ address, code: await codeOf(address) })),
          ),
          hasDisplay: (await displays.list(isInScope)).length > 0,
        };
      },
    }),
  ];
}
