// HTTP <-> the pictures of a shop, for the screens of its tills.

import { type Route, route } from '../access/route.ts';
import { pictureNames } from '../contract/settings.ts';
import { Refusal } from '../core/refusal.ts';
import { findTill, type Tills } from '../core/tills.ts';
import { imageHeaders } from '../http/headers.ts';
import type { Settings } from '../settings/settings.ts';

export type BrandingRoutesDeps = { settings: Pick<Settings, 'findPicture'>; tills: Tills };

const operationIds = { logo: 'readLogo', picture: 'readPicture' } as const;

export function createBrandingRoutes({ settings, tills }: BrandingRoutesDeps): Route[] {
  return pictureNames.map((name) =>
    route({
      method: 'get',
      path: `/api/tills/{till}/${name}`,
      operationId: operationIds[name],
      summary: `The shop’s own ${name}`,
      access: 'watch_till',
      success: { status: 200, type: 'image/*' },
      errors: ['not_found'],
      async handle({ params, response }) {
        const picture = await settings.findPicture(findTill(params.till, tills).shop, name);
        if (picture === null) throw new Refusal('not_found', 'The shop has no such picture.');
        // Its address changes with it.
        response.set(imageHeaders(name)).set('Cache-Control', 'private, max-age=31536000, immutable');
        response.type(picture.contentType).send(picture.bytes);
      },
    }),
  );
}
