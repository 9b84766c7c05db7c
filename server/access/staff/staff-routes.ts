// HTTP <-> looking after staff.
import type { Logger } from 'pino';
import {
  newPinSchema,
  newStaffSchema,
  type StaffView,
  staffListSchema,
  staffSchema,
} from '../../contract/access.ts';
import { shopsOf, type Tills } from '../../core/tills.ts';
import type { StaffMember } from '../../store/access-store.ts';
import { byOf, scopeOf } from '../policy.ts';
import { type Route, route } from '../route.ts';
import { type Staff, shopOfNew } from './staff.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** @param lockedAtMs undefined when the name is not locked. */
function toView(member: StaffMember, lockedAtMs?: number): StaffView {
  const { id, name, role, shop, createdAtMs, lastSignInAtMs } = member;
  const lastSignInAt = lastSignInAtMs === null ? null : iso(lastSignInAtMs);
  const lockedAt = lockedAtMs === undefined ? null : iso(lockedAtMs);
  return { id, name, role, shop, createdAt: iso(createdAtMs), lastSignInAt, lockedAt };
}

export type StaffRoutesDeps = {
  staff: Staff;
  tills: Tills;
  log: Logger;
};

export function createStaffRoutes({ staff, tills, log }: StaffRoutesDeps): Route[] {
  const shops = shopsOf(tills.list());

  return [
    route({
      method: 'get',
      path: '/api/staff',
      operationId: 'listStaff',
      summary: 'Who there is',
      access: 'manage_staff',
      success: { status: 200, schema: staffListSchema },
      async handle({ principal }) {
        const { shop } = scopeOf(principal);
        const locked = await staff.listLocked();
        const list = (await staff.list(shop)).map((member) => toView(member, locked.get(member.id)));
        return { staff: list, shops: shop === null ? shops : [shop] };
      },
    }),
    route({
      method: 'post',
      path: '/api/staff',
      operationId: 'addStaff',
      summary: 'Add a person',
      access: 'manage_staff',
      proof: true,
      audit: 'staff_added',
      body: newStaffSchema,
      success: { status: 201, schema: staffSchema },
      errors: ['wrong_state'],
      async handle({ principal, body, act }) {
        const shop = shopOfNew(body.shop, scopeOf(principal).shop, shops);
        const added = await staff.add({ ...body, shop }, act);
        const { name, role } = added;
        log.info({ staff: name, role, shop, by: byOf(principal) }, 'staff added');
        return toView(added);
      },
    }),
    route({
      method: 'post',
      path: '/api/staff/{id}/pin',
      operationId: 'resetPin',
      summary: 'A new PIN; signs that person out',
      access: 'manage_staff',
      proof: true,
      audit: 'pin_reset',
      body: newPinSchema,
      success: { status: 200, schema: staffSchema },
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params, body, act }) {
        const changed = await staff.resetPin(params.id, body.pin, scopeOf(principal).shop, act);
        log.info({ staff: changed.name, by: byOf(principal) }, 'PIN reset');
        return toView(changed);
      },
    }),
    route({
      method: 'post',
      path: '/api/staff/{id}/unlock',
      operationId: 'unlockName',
      summary: 'Let a name that is locked sign in from any device again',
      access: 'manage_staff',
      proof: true,
      audit: 'name_unlocked',
      success: { status: 200, schema: staffSchema },
      errors: ['not_found'],
      async handle({ principal, params, act }) {
        const unlocked = await staff.unlock(params.id, scopeOf(principal).shop, act);
        log.info({ staff: unlocked.name, by: byOf(principal) }, 'name unlocked');
        return toView(unlocked);
      },
    }),
    route({
      method: 'delete',
      path: '/api/staff/{id}',
      operationId: 'removeStaff',
      summary: 'Remove a person',
      access: 'manage_staff',
      proof: true,
      audit: 'staff_removed',
      success: { status: 204 },
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params, act }) {
        await staff.remove(params.id, scopeOf(principal).shop, act);
        log.info({ staff: params.id, by: byOf(principal) }, 'staff removed');
        return undefined;
      },
    }),
  ];
}
