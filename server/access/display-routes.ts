// HTTP <-> displays, as staff look after them.
import { Router } from 'express';
import type { TillView } from '../contract.ts';
import { type DisplayView, pairSchema } from '../contract-access.ts';
import { validate } from '../http/errors.ts';
import { addressOf } from '../http/requests.ts';
import { Refusal } from '../refusal.ts';
import type { StoredDisplay } from '../store/access-store.ts';
import { byOf } from './caller.ts';
import type { Displays } from './displays.ts';
import { callerOf, type Door } from './door.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function toView({ id, till, pairedAtMs, pairedBy, lastSeenAtMs }: StoredDisplay): DisplayView {
  const lastSeenAt = lastSeenAtMs === null ? null : iso(lastSeenAtMs);
  return { id, till, pairedAt: iso(pairedAtMs), pairedBy, lastSeenAt };
}

export type DisplayRoutesDeps = {
  displays: Displays;
  door: Door;
  tills: readonly TillView[];
};

export function createDisplayRoutes({ displays, door, tills }: DisplayRoutesDeps): Router {
  const router = Router();

  const isTill = (id: string | undefined) => tills.some((till) => till.id === id);

  router.post('/tills/:till/displays', door.may('use_displays'), async (request, response) => {
    const till = String(request.params['till']);
    if (!isTill(till)) throw new Refusal('not_found', `There is no till ${till}.`);
    const { code } = validate(pairSchema, request.body);
    const by = byOf(callerOf(response))?.name ?? '';
    response.status(201).json(toView(await displays.pair(till, code, by, addressOf(request))));
  });

  router.get('/displays', door.may('use_displays'), async (_request, response) => {
    response.json({ displays: (await displays.list()).map(toView) });
  });

  router.post('/displays/:id/identify', door.may('use_displays'), async (request, response) => {
    response.json(toView(await displays.identify(String(request.params['id']))));
  });

  router.delete('/displays/:id', door.may('use_displays'), async (request, response) => {
    await displays.cutOff(String(request.params['id']), byOf(callerOf(response))?.name ?? '');
    response.status(204).end();
  });

  return router;
}
