// HTTP <-> looking after staff.
import { type Response, Router } from 'express';
import type { Logger } from 'pino';
import { newPinSchema, newStaffSchema, type StaffList, type StaffView } from '../../contract/access.ts';
import type { TillView } from '../../contract/payments.ts';
import { validate } from '../../http/errors.ts';
import type { StaffMember } from '../../store/access-store.ts';
import { type Authorizer, principalOf } from '../authorize.ts';
import { byOf, scopeOf } from '../policy.ts';
import { type Staff, shopOfNew } from './staff.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function toView({ id, name, role, shop, createdAtMs, lastSignInAtMs }: StaffMember): StaffView {
  const lastSignInAt = lastSignInAtMs === null ? null : iso(lastSignInAtMs);
  return { id, name, role, shop, createdAt: iso(createdAtMs), lastSignInAt };
}

export type StaffRoutesDeps = {
  staff: Staff;
  authorizer: Authorizer;
  tills: readonly TillView[];
  log: Logger;
};

export function createStaffRoutes({ staff, authorizer, tills, log }: StaffRoutesDeps): Router {
  const router = Router();
  const managesStaff = authorizer.requires('manage_staff');
  const shops = [...new Set(tills.map(({ shop }) => shop))];
  const shopOf = (response: Response) => scopeOf(principalOf(response)).shop;

  router.get('/staff', managesStaff, async (_request, response) => {
    const of = shopOf(response);
    const list = (await staff.list(of)).map(toView);
    const body: StaffList = { staff: list, shops: of === null ? shops : [of] };
    response.json(body);
  });

  router.post('/staff', managesStaff, async (request, response) => {
    const person = validate(newStaffSchema, request.body);
    const shop = shopOfNew(person.shop, shopOf(response), shops);
    const added = await staff.add({ ...person, shop });
    const { name, role } = added;
    log.info({ staff: name, role, shop, by: byOf(principalOf(response)) }, 'staff added');
    response.status(201).json(toView(added));
  });

  router.post('/staff/:id/pin', managesStaff, async (request, response) => {
    const { pin } = validate(newPinSchema, request.body);
    const changed = await staff.resetPin(String(request.params['id']), pin, shopOf(response));
    log.info({ staff: changed.name, by: byOf(principalOf(response)) }, 'PIN reset');
    response.json(toView(changed));
  });

  router.delete('/staff/:id', managesStaff, async (request, response) => {
    const id = String(request.params['id']);
    await staff.remove(id, shopOf(response));
    log.info({ staff: id, by: byOf(principalOf(response)) }, 'staff removed');
    response.status(204).end();
  });

  return router;
}
