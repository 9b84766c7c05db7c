// HTTP <-> the description of the API.
import { type Route, route } from '../access/route.ts';
import type { Cookies } from '../access/secrets/cookies.ts';
import { createOpenApi } from './openapi.ts';

/** @param routes read at the first call: making the document takes longer than all else at a start. */
export function createOpenApiRoute(
  version: string,
  routes: () => readonly Route[],
  cookies: Pick<Cookies, 'nameOf'>,
): Route {
  let document: object | undefined;
  return route({
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'readOpenApi',
    summary: 'This description',
    access: 'read_api',
    success: { status: 200, type: 'application/json' },
    handle() {
      document ??= createOpenApi(version, routes(), cookies);
      return document;
    },
  });
}
