// HTTP <-> a display about itself: it introduces itself, shows a code, and learns which till it belongs to.

import type { Request, Response } from 'express';
import { newDisplaySchema, type OwnDisplay, ownDisplaySchema } from '../../contract/access.ts';
import { type Clock, wallTimeMs } from '../../core/clock.ts';
import { isLoopback } from '../../core/loopback.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Tills } from '../../core/tills.ts';
import { unmapped } from '../../http/address-group.ts';
import { addressOf } from '../../http/requests.ts';
import { hasPairedItself, notePairedItself } from '../demo/screens.ts';
import { type Route, route } from '../route.ts';
import type { Cookies } from '../secrets/cookies.ts';
import type { Staff } from '../staff/staff.ts';
import type { Displays } from './displays.ts';
import type { Waiting } from './pairing-codes.ts';

const paired = (till: string): OwnDisplay => ({ till, code: null, expiresAt: null });

/** Whether the request comes from the machine of the server: by its loopback, or by the address that it has on the network. */
function isHere({ socket, ips }: Request): boolean {
  const address = unmapped(socket.remoteAddress ?? '');
  const isOwn = address !== '' && socket.remoteAddress === socket.localAddress;
  return ips.length === 0 && (isLoopback(address) || isOwn);
}

export type DeviceRoutesDeps = {
  cookies: Cookies;
  displays: Displays;
  staff: Pick<Staff, 'list'>;
  tills: Tills;
  clock: Clock;
};

export function createDeviceRoutes(deps: DeviceRoutesDeps): Route[] {
  const { cookies, displays, staff, tills, clock } = deps;
  const waits = ({ code, expiresAtMs }: Waiting): OwnDisplay => ({
    till: null,
    code,
    expiresAt: new Date(wallTimeMs(expiresAtMs, clock)).toISOString(),
  });

  /** In the demo nobody has to walk to a tablet: a display on the machine of the server needs no code, until it is cut off. */
  async function demoTill(request: Request, wanted: string | undefined): Promise<string | undefined> {
    const [first] = tills.list();
    if (first?.environment !== 'demo' || !isHere(request)) return undefined;
    if (await hasPairedItself(request, staff, cookies)) return undefined;
    return (wanted === undefined ? undefined : tills.find(wanted)?.id) ?? first.id;
  }

  async function pairedTill(token: string): Promise<string | undefined> {
    const known = await displays.find(token);
    // One of a till that is not configured any more has to be paired anew.
    return known === null ? undefined : tills.find(known.till)?.id;
  }

  /**
   * Keeps the cookie of a paired display alive; one from before the shop's address was https is taken over.
   * @returns null for a tablet that nobody knows.
   */
  async function own(request: Request, response: Response): Promise<OwnDisplay | null> {
    const token = cookies.read(request, 'display') ?? cookies.readEarlier(request, 'display');
    if (token === undefined) return null;
    const till = await pairedTill(token);
    if (till !== undefined) {
      cookies.set(response, 'display', token);
      return paired(till);
    }
    const waiting = displays.findWaiting(token);
    return waiting && waits(waiting);
  }

  return [
    route({
      method: 'post',
      path: '/api/display',
      operationId: 'introduceDisplay',
      summary: 'A tablet introduces itself; one that is known already gets 200',
      access: 'anybody',
      audit: 'display_paired',
      body: newDisplaySchema,
      success: { status: 201, schema: ownDisplaySchema },
      errors: ['rate_limited'],
      async handle({ request, response, act, body: { till } }) {
        const before = await own(request, response);
        if (before !== null) {
          response.status(200);
          return before;
        }
        const { token, waiting } = displays.introduce(addressOf(request));
        cookies.set(response, 'display', token);
        const ofDemo = await demoTill(request, till);
        if (ofDemo === undefined) return waits(waiting);
        await displays.pairItself(waiting, ofDemo, act);
        await notePairedItself(response, staff, cookies);
        return paired(ofDemo);
      },
    }),
    route({
      method: 'get',
      path: '/api/display',
      operationId: 'readOwnDisplay',
      summary: 'What a tablet is: its code, or its till',
      access: 'anybody',
      success: { status: 200, schema: ownDisplaySchema },
      errors: ['not_signed_in'],
      async handle({ request, response }) {
        const known = await own(request, response);
        if (known === null) throw new Refusal('not_signed_in', 'This display is not paired.');
        return known;
      },
    }),
  ];
}
