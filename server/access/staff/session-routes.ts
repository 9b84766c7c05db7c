// HTTP <-> signing in, signing out, and the first manager.
import type { Response } from 'express';
import type { Logger } from 'pino';
import { tell } from '../../audit/act.ts';
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
import { fromOf } from '../sessions/from.ts';
import type { Opened, Sessions } from './sessions.ts';
import type { SetUp } from './set-up.ts';
import type { SignInMisses } from './sign-in-misses.ts';
import type { Staff } from './staff.ts';

export type SessionRoutesDeps = {
  cookies: Cookies;
  sessions: Sessions;
  signInMisses: SignInMisses;
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
  const { cookies, sessions, signInMisses, staff, setUp, environment, plainHttp, log } = deps;
  const links = createBackoff(deps.clock, wrongLinks);

  function enter(response: Response, { token, device, session }: Opened): Session {
    cookies.set(response, 'session', token);
    cookies.set(response, 'device', device);
    return session;
  }

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
      audit: 'sign_in',
      body: signInSchema,
      success: { status: 200, schema: signedInSchema },
      errors: ['not_signed_in', 'not_allowed', 'rate_limited'],
      async handle({ request, response, body, act }) {
        const from = fromOf(request, cookies);
        const signIn = () => sessions.signIn(body, from, act);
        const { pinIsWeak, ...opened } = await signInMisses.watch(body.name, from.address, signIn);
        return { ...enter(response, opened), pinIsWeak };
      },
    }),
    route({
      method: 'post',
      path: '/api/session/pin',
      operationId: 'changeOwnPin',
      summary: 'Another PIN for who knows the one until now; signs them in here, and out everywhere else',
      access: 'anybody',
      audit: 'own_pin',
      body: ownPinSchema,
      success: { status: 200, schema: sessionSchema },
      errors: ['not_signed_in', 'not_allowed', 'wrong_state', 'rate_limited'],
      async handle({ request, response, body, act }) {
        const from = fromOf(request, cookies);
        const change = () => sessions.changePin(body, from, act);
        return enter(response, await signInMisses.watch(body.name, from.address, change));
      },
    }),
    route({
      method: 'get',
      path: '/api/session',
      operationId: 'readSession',
      summary: 'Who is signed in',
      access: 'staff',
      whenLocked: true,
      success: { status: 200, schema: sessionSchema },
      handle: ({ principal }) => principal.session,
    }),
    route({
      method: 'delete',
      path: '/api/session',
      operationId: 'signOut',
      summary: 'Sign out',
      access: 'staff',
      whenLocked: true,
      audit: 'sign_out',
      success: { status: 204 },
      async handle({ response, principal: { tokenHash, session }, act }) {
        await sessions.end(tokenHash, tell(act, { shop: session.shop, about: '' }));
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
      audit: 'set_up',
      body: setUpSchema,
      success: { status: 201, schema: sessionSchema },
      errors: ['not_allowed', 'rate_limited'],
      async handle({ request, response, act, body: { token, ...person } }) {
        const member = await setUp
          .use(token, () => staff.addFirst(person, act))
          .catch((error: unknown) => {
            slowWrong(error, addressOf(request));
            throw error;
          });
        log.info({ staff: member.name }, 'first manager set up');
        return enter(response, await sessions.open(member, fromOf(request, cookies)));
      },
    }),
  ];
}
