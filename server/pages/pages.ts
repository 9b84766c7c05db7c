// The pages: a list of the tills, and the screens as the client build has them. Without a session, staff's lead to the sign-in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import type { Authorizer } from '../access/authorize.ts';
import type { Displays } from '../access/displays/displays.ts';
import type { Principal } from '../access/policy.ts';
import type { TillView } from '../contract/payments.ts';
import { type Dress, escapeHtml, homeCss, homePage, linksOf, notFoundPage } from './home.ts';
import { homeTextsFor } from './home-texts.ts';
import { type Addresses, addressForTablets } from './tablet-address.ts';

export type PagesDeps = Addresses & {
  /** The client build. */
  dist: string;
  tills: readonly TillView[];
  /** The simulator's phone page, in the demo. */
  phoneUrl: string | null;
  authorizer: Pick<Authorizer, 'identify' | 'isInScope'>;
  displays: Pick<Displays, 'list'>;
};

type StaffCaller = Extract<Principal, { kind: 'staff' }>;
type Screen = 'display' | 'cashier' | 'reconciliation' | 'sign-in' | 'staff';

export function createPages(deps: PagesDeps): Router {
  const { dist, tills, phoneUrl, authorizer, displays } = deps;
  const router = Router();
  const builtPage = (screen: Screen) => join(dist, screen, 'index.html');
  const tillsOf = (principal: Principal) => tills.filter(({ id }) => authorizer.isInScope(principal, id));

  function sendScreen(response: Response, screen: Screen): void {
    // Asked for anew each time, so that a reload brings the newest build; what it loads is named by its content.
    response.set('Cache-Control', 'no-cache');
    response.sendFile(builtPage(screen));
  }
  /** With the address that a tablet is to open, which the page cannot know by itself. */
  async function sendCashier(request: Request, response: Response): Promise<void> {
    const address = addressForTablets(request, deps) ?? '';
    const meta = `<meta name="address-for-tablets" content="${escapeHtml(address)}">`;
    const built = await readFile(builtPage('cashier'), 'utf8');
    response.set('Cache-Control', 'no-cache').send(built.replace('</head>', () => `  ${meta}\n  </head>`));
  }
  /** As the built pages look; without them words alone. */
  async function dressFor(request: Request): Promise<Dress> {
    const built = await readFile(builtPage('sign-in'), 'utf8').catch(() => '');
    return { ...homeTextsFor(request), links: linksOf(built) };
  }
  const notFound = async (request: Request, response: Response) => {
    const page = notFoundPage(await dressFor(request));
    response.status(404).vary('Accept-Language').send(page);
  };

  /** Who is not signed in is sent to sign in, and comes back here afterwards. */
  async function signedIn(request: Request, response: Response): Promise<StaffCaller | null> {
    const principal = await authorizer.identify(request);
    if (principal.kind === 'staff') return principal;
    response.set('Cache-Control', 'no-store');
    response.redirect(302, `/sign-in?to=${encodeURIComponent(request.path)}`);
    return null;
  }

  router.get('/', async (request, response) => {
    const principal = await signedIn(request, response);
    if (principal === null) return;
    const { session } = principal;
    const hasDisplay = (await displays.list((till) => authorizer.isInScope(principal, till))).length > 0;
    const home = { tills: tillsOf(principal), phoneUrl, session, hasDisplay };
    const page = homePage({ ...home, address: addressForTablets(request, deps) }, await dressFor(request));
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
    const principal = await signedIn(request, response);
    if (principal === null) return;
    const isTheirs = tillsOf(principal).some(({ id }) => id === request.params.till);
    await (isTheirs ? sendCashier : notFound)(request, response);
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
  router.use(notFound);
  return router;
}
