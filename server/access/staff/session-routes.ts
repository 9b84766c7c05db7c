// HTTP <-> signing in, signing out, and the first manager.
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import {
  ownPinSchema,
  type Session,
  type SignInPage,
  sessionSchema,
  setUpSchema,
  signedInSchema,
  signInPageSchema,
  signInSchema,
} from '../../contract/access.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { addressGroup } from '../../http/address-group.ts';
import { addressOf } from '../../http/requests.ts';
import { demoManager } from '../demo/account.ts';
import { type Route, route } from '../route.ts';
import { createBackoff } from '../secrets/backoff.ts';
import type { Cookies } from '../secrets/cookies.ts';
import type { Opened, Sessions } from './sessions.ts';
import type { SetUp } from './set-up.ts';
import type { Staff } from './staff.ts';

export type SessionRoutesDeps = {
  cookies: Cookies;
  sessions: Sessions;
  staff: Staff;
  setUp: SetUp;
  clock: Clock;
  environment: SignInPage['environment'];
  /** Real money over plain http, as somebody has allowed. */
  plainHttp: boolean;
  log: Logger;
};

const wrongLinks = { free: 5, firstMs: 1_000, mostMs: 60_000, forgetMs: 900_000 };

export function createSessionRoutes(deps: SessionRoutesDeps): Route[] {
  const { cookies, sessions, staff, setUp, environment, plainHttp, log } = deps;
  const links = createBackoff(deps.clock, wrongLinks);

  function enter(response: Response, { token, device, session }: Opened): Session {
    cookies.set(response, 'session', token);
    cookies.set(response, 'device', device);
    return session;
  }

  const fromOf = (request: Request) => ({
    address: addressOf(request),
    device: cookies.read(request, 'device'),
  });

  /** Only a wrong link is slowed: who has the right one gets in, whoever else guesses from the same address. */
  function slowWrong(error: unknown, address: string): void {
    if (error instanceof Refusal && error.code === 'not_allowed') links.take(addressGroup(address));
  }

  return [
    route({
      method: 'get',
      path: '/api/sign-in',
      operationId: 'readSignIn',
      summary: 'What the sign-in page has to know',
      access: 'anybody',
      success: { status: 200, schema: signInPageSchema },
      handle: () => ({ environment, demo: environment === 'demo' ? demoManager : null, plainHttp }),
    }),
    route({
      method: 'post',
      path: '/api/session',
      operationId: 'signIn',
      summary: 'Sign in; sets the session cookie',
      access: 'anybody',
      body: signInSchema,
      success: { status: 200, schema: signedInSchema },
      errors: ['not_signed_in', 'not_allowed', 'rate_limited'],
      async handle({ request, response, body }) {
        const { pinIsWeak, ...opened } = await sessions.signIn(body, fromOf(request));
        return { ...enter(response, opened), pinIsWeak };
      },
    }),
    route({
      method: 'post',
      path: '/api/session/pin',
      operationId: 'changeOwnPin',
      summary: 'Another PIN for who knows the one until now; signs them in here, and out everywhere else',
      access: 'anybody',
      body: ownPinSchema,
      success: { status: 200, schema: sessionSchema },
      errors: ['not_signed_in', 'not_allowed', 'wrong_state', 'rate_limited'],
      handle: async ({ request, response, body }) =>
        enter(response, await sessions.changePin(body, fromOf(request))),
    }),
    route({
      method: 'get',
      path: '/api/session',
      operationId: 'readSession',
      summary: 'Who is signed in',
      access: 'staff',
      success: { status: 200, schema: sessionSchema },
      handle: ({ principal }) => principal.session,
    }),
    route({
      method: 'delete',
      path: '/api/session',
      operationId: 'signOut',
      summary: 'Sign out',
      access: 'staff',
      success: { status: 204 },
      async handle({ response, principal: { tokenHash, session } }) {
        await sessions.end(tokenHash);
        log.info({ staff: session.name }, 'signed out');
        cookies.clear(response, 'session');
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: '/api/set-up',
      operationId: 'setUp',
      summary: 'The first manager, by the one-time link',
      access: 'anybody',
      body: setUpSchema,
      success: { status: 201, schema: sessionSchema },
      errors: ['not_allowed', 'rate_limited'],
      async handle({ request, response, body: { token, ...person } }) {
        const member = await setUp
          .use(token, () => staff.addFirst(person))
          .catch((error: unknown) => {
            slowWrong(error, addressOf(request));
            throw error;
          });
        log.info({ staff: member.name }, 'first manager set up');
        return enter(response, await sessions.open(member, cookies.read(request, 'device')));
      },
    }),
  ];
}
