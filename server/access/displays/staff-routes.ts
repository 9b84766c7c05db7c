// HTTP <-> displays, as staff look after them.
import { type DisplayView, displayListSchema, displaySchema, pairSchema } from '../../contract/access.ts';
import { findTill, type Tills } from '../../core/tills.ts';
import { addressOf } from '../../http/requests.ts';
import type { Authorizer } from '../authorize.ts';
import { byOf, type Principal } from '../policy.ts';
import { type Route, route } from '../route.ts';
import type { Displays, InScope, SeenDisplay } from './displays.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function toView({ id, till, pairedAtMs, pairedBy, lastSeenAtMs, status }: SeenDisplay): DisplayView {
  const lastSeenAt = lastSeenAtMs === null ? null : iso(lastSeenAtMs);
  return { id, till, pairedAt: iso(pairedAtMs), pairedBy, lastSeenAt, ...status };
}

export type DisplayRoutesDeps = {
  displays: Displays;
  authorizer: Authorizer;
  tills: Tills;
};

export function createDisplayRoutes({ displays, authorizer, tills }: DisplayRoutesDeps): Route[] {
  const inScopeOf =
    (principal: Principal): InScope =>
    (till) =>
      authorizer.isInScope(principal, till);
  const nameOf = (principal: Principal) => byOf(principal)?.name ?? '';

  return [
    route({
      method: 'post',
      path: '/api/tills/{till}/displays',
      operationId: 'pairDisplay',
      summary: 'Pair the tablet that shows a code',
      access: 'use_displays',
      audit: 'display_paired',
      body: pairSchema,
      success: { status: 201, schema: displaySchema },
      errors: ['not_found', 'rate_limited'],
      async handle({ request, principal, params, body, act }) {
        const { id: till } = findTill(params.till, tills);
        const [by, address] = [nameOf(principal), addressOf(request)];
        return toView(await displays.pair(till, body.code, by, address, act));
      },
    }),
    route({
      method: 'get',
      path: '/api/displays',
      operationId: 'listDisplays',
      summary: 'The displays, and when they were last seen',
      access: 'use_displays',
      success: { status: 200, schema: displayListSchema },
      handle: async ({ principal }) => ({
        displays: (await displays.list(inScopeOf(principal))).map(toView),
        waiting: displays.countWaiting(),
      }),
    }),
    route({
      method: 'delete',
      path: '/api/waiting-displays',
      operationId: 'clearWaitingDisplays',
      summary: 'End the codes of all tablets that wait; those that are still there show another one',
      access: 'use_displays',
      success: { status: 204 },
      handle({ principal }) {
        displays.clearWaiting(nameOf(principal));
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: '/api/displays/{id}/identify',
      operationId: 'identifyDisplay',
      summary: 'Have it show which one it is',
      access: 'use_displays',
      success: { status: 200, schema: displaySchema },
      errors: ['not_found'],
      handle: async ({ principal, params }) =>
        toView(await displays.identify(params.id, inScopeOf(principal))),
    }),
    route({
      method: 'delete',
      path: '/api/displays/{id}',
      operationId: 'unpairDisplay',
      summary: 'Unpair it',
      access: 'use_displays',
      audit: 'display_unpaired',
      success: { status: 204 },
      errors: ['not_found'],
      async handle({ principal, params, act }) {
        await displays.unpair(params.id, nameOf(principal), inScopeOf(principal), act);
        return undefined;
      },
    }),
  ];
}
