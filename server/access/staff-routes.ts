// HTTP <-> looking after staff.
import { Router } from 'express';
import type { Logger } from 'pino';
import { newPinSchema, newStaffSchema, type StaffView } from '../contract-access.ts';
import { validate } from '../http/errors.ts';
import type { StaffMember } from '../store/access-store.ts';
import { byOf } from './caller.ts';
import { callerOf, type Door } from './door.ts';
import type { Staff } from './staff.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function toView({ id, name, role, createdAtMs, lastSignInAtMs }: StaffMember): StaffView {
  const lastSignInAt = lastSignInAtMs === null ? null : iso(lastSignInAtMs);
  return { id, name, role, createdAt: iso(createdAtMs), lastSignInAt };
}

export type StaffRoutesDeps = { staff: Staff; door: Door; log: Logger };

export function createStaffRoutes({ staff, door, log }: StaffRoutesDeps): Router {
  const router = Router();
  const may = door.may('manage_staff');

  router.get('/staff', may, async (_request, response) => {
    response.json({ staff: (await staff.list()).map(toView) });
  });

  router.post('/staff', may, async (request, response) => {
    const added = await staff.add(validate(newStaffSchema, request.body));
    log.info({ staff: added.name, role: added.role, by: byOf(callerOf(response)) }, 'staff added');
    response.status(201).json(toView(added));
  });

  router.post('/staff/:id/pin', may, async (request, response) => {
    const { pin } = validate(newPinSchema, request.body);
    const changed = await staff.resetPin(String(request.params['id']), pin);
    log.info({ staff: changed.name, by: byOf(callerOf(response)) }, 'PIN reset');
    response.json(toView(changed));
  });

  router.delete('/staff/:id', may, async (request, response) => {
    const id = String(request.params['id']);
    await staff.remove(id);
    log.info({ staff: id, by: byOf(callerOf(response)) }, 'staff removed');
    response.status(204).end();
  });

  return router;
}
