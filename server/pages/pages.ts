// The pages, as the client build has them. Without a session, staff's lead to the sign-in.

import { type Request, type Response, Router } from 'express';
import type { Authorizer } from '../access/authorize.ts';
import type { StaffPrincipal } from '../access/policy.ts';
import type { Tills } from '../core/tills.ts';
import { readClientFiles, sendClientFile } from './client-files.ts';

export type PagesDeps = {
  /** The client build. */
  dist: string;
  tills: Tills;
  authorizer: Pick<Authorizer, 'identify' | 'isInScope'>;
};

type Screen =
  | 'home'
  | 'display'
  | 'cashier'
  | 'reconciliation'
  | 'sign-in'
  | 'staff'
  | 'audit'
  | 'reports'
  | 'settings';

/** Without a build, as while one is made. */
const nothingHere =
  '<!doctype html><html lang="en"><title>Not found</title><h1>There is nothing here</h1></html>';

export function createPages(deps: PagesDeps): Router {
  const { dist, tills, authorizer } = deps;
  const router = Router();
  const files = readClientFiles(dist);
  const pageOf = (screen: Screen) => `/${screen}/index.html`;

  function sendBuilt(request: Request, response: Response, path: string, cacheControl: string): void {
    const file = files.get(path);
    if (file === undefined) sendNotFound(response);
    else sendClientFile(request, response.set('Cache-Control', cacheControl), file);
  }
  function sendScreen(request: Request, response: Response, screen: Screen): void {
    // Asked for anew each time, so that a reload brings the newest build; what it loads is named by its content.
    sendBuilt(request, response, pageOf(screen), 'no-cache');
  }
  /** The start page, which says at any address but its own that there is nothing. */
  function sendNotFound(response: Response): void {
    const page = files.get(pageOf('home'))?.whole.toString() ?? nothingHere;
    response.status(404).set('Cache-Control', 'no-cache').send(page);
  }

  /** Who is not signed in is sent to sign in, and comes back here afterwards. */
  async function signedIn(request: Request, response: Response): Promise<StaffPrincipal | null> {
    const principal = await authorizer.identify(request);
    if (principal.kind === 'staff') return principal;
    response.set('Cache-Control', 'no-store');
    response.redirect(302, `/sign-in?to=${encodeURIComponent(request.path)}`);
    return null;
  }

  for (const path of ['/sign-in', '/set-up']) {
    router.get(path, (request, response) => sendScreen(request, response, 'sign-in'));
  }
  // What a display is called here it can see only once it is paired.
  for (const path of ['/display', '/display/:till']) {
    router.get(path, (request, response) => sendScreen(request, response, 'display'));
  }
  // Under names that never change, so that a tablet finds the newest.
  for (const path of ['/display-worker.js', '/display.webmanifest']) {
    router.get(path, (request, response) => sendBuilt(request, response, path, 'no-cache'));
  }
  router.get('/cashier/:till', async (request, response) => {
    const principal = await signedIn(request, response);
    if (principal === null) return;
    const till = tills.find(request.params.till);
    const isTheirs = till !== undefined && authorizer.isInScope(principal, till.id);
    if (isTheirs) sendScreen(request, response, 'cashier');
    else sendNotFound(response);
  });
  const ofStaff = {
    '/': 'home',
    '/reconciliation': 'reconciliation',
    '/staff': 'staff',
    '/audit': 'audit',
    '/reports': 'reports',
    '/settings': 'settings',
  } as const;
  for (const [path, screen] of Object.entries(ofStaff)) {
    router.get(path, async (request, response) => {
      if ((await signedIn(request, response)) !== null) sendScreen(request, response, screen);
    });
  }
  router.get('/assets/:file', (request, response) => {
    sendBuilt(request, response, request.path, 'public, max-age=31536000, immutable');
  });
  router.use((_request, response) => sendNotFound(response));
  return router;
}
