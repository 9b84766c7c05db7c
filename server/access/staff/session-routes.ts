// HTTP <-> signing in, signing out, and the first manager.
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { type Session, type SignInPage, setUpSchema, signInSchema } from '../../contract/access.ts';
import type { Clock } from '../../core/clock.ts';
import { validate } from '../../http/errors.ts';
import { addressOf, readJson } from '../../http/requests.ts';
import type { Authorizer } from '../authorize.ts';
import { demoManager } from '../demo/account.ts';
import { asStaff } from '../policy.ts';
import { createBackoff } from '../secrets/backoff.ts';
import { clearCookie, setCookie } from '../secrets/cookies.ts';
import type { Opened, Sessions } from './sessions.ts';
import type { SetUp } from './set-up.ts';
import type { Staff } from './staff.ts';

export type SessionRoutesDeps = {
  sessions: Sessions;
  staff: Staff;
  setUp: SetUp;
  authorizer: Authorizer;
  clock: Clock;
  environment: SignInPage['environment'];
  log: Logger;
};

const wrongLinks = { free: 5, firstMs: 1_000, mostMs: 60_000, forgetMs: 900_000 };

export function createSessionRoutes(deps: SessionRoutesDeps): Router {
  const { sessions, staff, setUp, authorizer, environment, log } = deps;
  const router = Router();
  const links = createBackoff(deps.clock, wrongLinks);

  function answer(response: Response, status: number, { token, session }: Opened): void {
    setCookie(response, 'session', token);
    const body: Session = session;
    response.status(status).json(body);
  }

  const staffOf = async (request: Request) => asStaff(await authorizer.identify(request));

  router.use(['/session', '/set-up'], readJson('4kb'));

  router.get('/sign-in', (_request, response) => {
    const body: SignInPage = { environment, demo: environment === 'demo' ? demoManager : null };
    response.json(body);
  });

  router.post('/session', async (request, response) => {
    const who = validate(signInSchema, request.body);
    answer(response, 200, await sessions.signIn(who, addressOf(request)));
  });

  router.get('/session', async (request, response) => {
    response.json((await staffOf(request)).session);
  });

  router.delete('/session', async (request, response) => {
    const { tokenHash, session } = await staffOf(request);
    await sessions.end(tokenHash);
    log.info({ staff: session.name }, 'signed out');
    clearCookie(response, 'session');
    response.status(204).end();
  });

  router.post('/set-up', async (request, response) => {
    const { token, ...person } = validate(setUpSchema, request.body);
    links.take(addressOf(request));
    const member = await setUp.use(token, () => staff.addFirst(person));
    log.info({ staff: member.name }, 'first manager set up');
    answer(response, 201, await sessions.open(member));
  });

  return router;
}
