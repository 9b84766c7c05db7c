// Makes a router of routes: who calls, whether they may, what the request holds, and only then what the route does.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Act, actorOf } from '../audit/act.ts';
import type { Tally } from '../audit/tally.ts';
import type { AuditKind } from '../contract/audit.ts';
import type { ErrorCode } from '../contract/payments.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { validate } from '../http/errors.ts';
import { addressOf, readJson } from '../http/requests.ts';
import type { Authorizer } from './authorize.ts';
import { asStaff, checkUnlocked, nobody, type Principal, scopeOf } from './policy.ts';
import type { Route } from './route.ts';
import type { IdleLock } from './sessions/idle-lock.ts';
import { checkProof } from './sessions/proof.ts';

export type RouterDeps = {
  authorizer: Pick<Authorizer, 'identify' | 'check'>;
  idleLock: Pick<IdleLock, 'noteWork'>;
  tally: Pick<Tally, 'note'>;
  clock: Pick<Clock, 'nowMs' | 'steadyMs'>;
};

const principalOf = (response: Response) => response.locals['principal'] as Principal;

/** @throws Refusal when they may not call it, or not now. */
function checkMay(route: Route, by: Principal, till: string | undefined, deps: RouterDeps): void {
  const { access, proof, whenLocked } = route;
  if (access === 'anybody') return;
  if (access === 'staff') asStaff(by);
  if (whenLocked !== true) checkUnlocked(by);
  if (access !== 'staff') deps.authorizer.check(by, access, till);
  if (proof === true) checkProof(by, deps.clock);
}

function authorizing(route: Route, deps: RouterDeps): RequestHandler {
  return async (request, response, next) => {
    const { till } = request.params;
    const principal = route.access === 'anybody' ? nobody : await deps.authorizer.identify(request);
    response.locals['principal'] = principal;
    checkMay(route, principal, typeof till === 'string' ? till : undefined, deps);
    if (route.method !== 'get') deps.idleLock.noteWork(principal);
    next();
  };
}

/** A body is read once it is known that its sender may send one, and of strangers only a short one. */
function reading({ access, body, longestBody = '64kb' }: Route): RequestHandler[] {
  if (body === undefined) return [];
  return [readJson(access === 'anybody' || access === 'staff' ? '4kb' : longestBody)];
}

function handling(route: Route, { clock }: RouterDeps): RequestHandler {
  return async (request, response) => {
    const body = route.body && validate(route.body, request.body ?? {});
    const query = route.query ? validate(route.query, request.query) : {};
    const { params } = request;
    response.status(route.success.status);
    const principal = principalOf(response);
    const act = route.audit && actOf(route.audit, request, principal, clock);
    const answer = await route.handle({ request, response, principal, act, params, body, query });
    if (answer !== undefined) response.json(answer);
    else if (route.success.status === 204) response.end();
  };
}

const actOf = (kind: AuditKind, request: Request, by: Principal, clock: RouterDeps['clock']): Act => ({
  kind,
  atMs: clock.nowMs(),
  who: actorOf(by),
  address: addressOf(request),
});

/** The longest name in a path that is put on record: anybody can write one of any length. */
const longestName = 100;

/** Refusals that say that somebody wanted more than they may. */
const isOnRecord: readonly ErrorCode[] = ['not_allowed', 'approval_required'];

/** Puts on record who is refused what. */
function noting(
  handler: RequestHandler,
  { operationId }: Route,
  { tally, clock }: RouterDeps,
): RequestHandler {
  return async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (error) {
      if (error instanceof Refusal && isOnRecord.includes(error.code)) {
        const by = principalOf(response);
        const shop = by.kind === 'nobody' ? null : scopeOf(by).shop;
        const named = Object.entries(request.params).map(([name, value]) => [
          name,
          String(value).slice(0, longestName),
        ]);
        const act = actOf('refused', request, by, clock);
        const told = { ...act, shop, about: operationId, detail: Object.fromEntries(named) };
        tally.note(by.kind === 'nobody' ? 'strangers' : 'known', told);
      }
      throw error;
    }
  };
}

export function createRouter(routes: readonly Route[], deps: RouterDeps): Router {
  const router = Router();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const letIn = noting(authorizing(route, deps), route, deps);
    router[route.method](path, letIn, ...reading(route), noting(handling(route, deps), route, deps));
  }
  return router;
}
