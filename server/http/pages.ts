// The pages: a list of the tills, and the screens as the client build has them. Without a session, staff's lead to the sign-in.
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import type { Caller } from '../access/caller.ts';
import type { Door } from '../access/door.ts';
import type { TillView } from '../contract.ts';
import { homeCss, homePage, notFoundPage } from './home.ts';
import { homeTextsFor } from './home-texts.ts';

export type PagesDeps = {
  /** The client build. */
  dist: string;
  tills: readonly TillView[];
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  door: Pick<Door, 'identify' | 'reaches'>;
};

type StaffCaller = Extract<Caller, { kind: 'staff' }>;
type Screen = 'display' | 'cashier' | 'reconciliation' | 'sign-in' | 'staff';

export function createPages({ dist, tills, phoneUrl, door }: PagesDeps): Router {
  const router = Router();
  const tillsOf = (caller: Caller) => tills.filter(({ id }) => door.reaches(caller, id));

  function sendScreen(response: Response, screen: Screen): void {
    // Asked for anew each time, so that a reload brings the newest build; what it loads is named by its content.
    response.set('Cache-Control', 'no-cache');
    response.sendFile(join(dist, screen, 'index.html'));
  }
  const notFound = (request: Request, response: Response) =>
    response
      .status(404)
      .vary('Accept-Language')
      .send(notFoundPage(homeTextsFor(request)));

  /** Who is not signed in is sent to sign in, and comes back here afterwards. */
  async function signedIn(request: Request, response: Response): Promise<StaffCaller | null> {
    const caller = await door.identify(request);
    if (caller.kind === 'staff') return caller;
    response.set('Cache-Control', 'no-store');
    response.redirect(302, `/sign-in?to=${encodeURIComponent(request.path)}`);
    return null;
  }

  router.get('/', async (request, response) => {
    const caller = await signedIn(request, response);
    if (caller === null) return;
    const page = homePage(tillsOf(caller), phoneUrl, caller.session, homeTextsFor(request));
    response.set('Cache-Control', 'no-store').send(page);
  });
  router.get('/home.css', (_request, response) => {
    response.type('css').send(homeCss);
  });
  for (const path of ['/sign-in', '/set-up']) {
    router.get(path, (_request, response) => sendScreen(response, 'sign-in'));
  }
  // What a display is called here it can see only once it is paired.
  for (const path of ['/display', '/display/:till']) {
    router.get(path, (_request, response) => sendScreen(response, 'display'));
  }
  // Under names that never change, so that a tablet finds the newest; without an ETag, by the time of the build.
  for (const file of ['display-worker.js', 'display.webmanifest']) {
    router.get(`/${file}`, (_request, response) => {
      response.set('Cache-Control', 'no-cache');
      response.sendFile(join(dist, file));
    });
  }
  router.get('/cashier/:till', async (request, response) => {
    const caller = await signedIn(request, response);
    if (caller === null) return;
    if (tillsOf(caller).some(({ id }) => id === request.params.till)) sendScreen(response, 'cashier');
    else notFound(request, response);
  });
  for (const screen of ['reconciliation', 'staff'] as const) {
    router.get(`/${screen}`, async (request, response) => {
      if ((await signedIn(request, response)) !== null) sendScreen(response, screen);
    });
  }
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use((request, response) => {
    notFound(request, response);
  });
  return router;
}
