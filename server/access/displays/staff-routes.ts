// HTTP <-> displays, as staff look after them.
import { type Response, Router } from 'express';
import { type DisplayView, pairSchema } from '../../contract/access.ts';
import type { TillView } from '../../contract/payments.ts';
import { validate } from '../../http/errors.ts';
import { addressOf } from '../../http/requests.ts';
import type { StoredDisplay } from '../../store/access-store.ts';
import { type Authorizer, principalOf } from '../authorize.ts';
import { findTill } from '../find-till.ts';
import { byOf } from '../policy.ts';
import type { Displays, InScope } from './displays.ts';

const iso = (ms: number) => new Date(ms).toISOString();

function toView({ id, till, pairedAtMs, pairedBy, lastSeenAtMs }: StoredDisplay): DisplayView {
  const lastSeenAt = lastSeenAtMs === null ? null : iso(lastSeenAtMs);
  return { id, till, pairedAt: iso(pairedAtMs), pairedBy, lastSeenAt };
}

export type DisplayRoutesDeps = {
  displays: Displays;
  authorizer: Authorizer;
  tills: readonly TillView[];
};

export function createDisplayRoutes({ displays, authorizer, tills }: DisplayRoutesDeps): Router {
  const router = Router();

  const inScopeOf =
    (response: Response): InScope =>
    (till) =>
      authorizer.isInScope(principalOf(response), till);

  router.post('/tills/:till/displays', authorizer.requires('use_displays'), async (request, response) => {
    const { id: till } = findTill(request, tills);
    const { code } = validate(pairSchema, request.body);
    const by = byOf(principalOf(response))?.name ?? '';
    response.status(201).json(toView(await displays.pair(till, code, by, addressOf(request))));
  });

  router.get('/displays', authorizer.requires('use_displays'), async (_request, response) => {
    response.json({ displays: (await displays.list(inScopeOf(response))).map(toView) });
  });

  router.post('/displays/:id/identify', authorizer.requires('use_displays'), async (request, response) => {
    const id = String(request.params['id']);
    response.json(toView(await displays.identify(id, inScopeOf(response))));
  });

  router.delete('/displays/:id', authorizer.requires('use_displays'), async (request, response) => {
    const by = byOf(principalOf(response))?.name ?? '';
    await displays.unpair(String(request.params['id']), by, inScopeOf(response));
    response.status(204).end();
  });

  return router;
}
