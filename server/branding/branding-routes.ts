// HTTP <-> the pictures of a shop, for the screens of its tills.
import { Router } from 'express';
import type { Authorizer } from '../access/authorize.ts';
import { findTill } from '../access/find-till.ts';
import type { TillView } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';
import { imageHeaders } from '../http/headers.ts';
import { type Branding, pictures } from './branding.ts';

export type BrandingRoutesDeps = { branding: Branding; tills: readonly TillView[]; authorizer: Authorizer };

export function createBrandingRoutes({ branding, tills, authorizer }: BrandingRoutesDeps): Router {
  const router = Router();

  for (const name of pictures) {
    router.get(`/tills/:till/${name}`, authorizer.requires('watch_till'), (request, response) => {
      const picture = branding(findTill(request, tills).shop)[name];
      if (picture === undefined) throw new Refusal('not_found', 'The shop has no such picture.');
      // Its address changes with it.
      response.set(imageHeaders(name)).set('Cache-Control', 'private, max-age=31536000, immutable');
      response.type(picture.contentType).send(picture.bytes);
    });
  }

  return router;
}
