// Makes a router of routes: who calls, whether they may, what the request holds, and only then what the route does.
import { type RequestHandler, type Response, Router } from 'express';
import { validate } from '../http/errors.ts';
import { readJson } from '../http/requests.ts';
import type { Authorizer } from './authorize.ts';
import { asStaff, nobody, type Principal } from './policy.ts';
import type { Route } from './route.ts';

const principalOf = (response: Response) => response.locals['principal'] as Principal;

function authorizing({ access }: Route, authorizer: Authorizer): RequestHandler {
  return async (request, response, next) => {
    const { till } = request.params;
    const at = typeof till === 'string' ? till : undefined;
    if (access === 'anybody') response.locals['principal'] = nobody;
    else if (access === 'staff') response.locals['principal'] = asStaff(await authorizer.identify(request));
    else response.locals['principal'] = await authorizer.authorize(request, access, at);
    next();
  };
}

/** A body is read once it is known that its sender may send one, and of strangers only a short one. */
function reading({ access, body }: Route): RequestHandler[] {
  if (body === undefined) return [];
  return [readJson(access === 'anybody' || access === 'staff' ? '4kb' : '64kb')];
}

function handling(route: Route): RequestHandler {
  return async (request, response) => {
    const body = route.body && validate(route.body, request.body ?? {});
    const query = route.query ? validate(route.query, request.query) : {};
    const { params } = request;
    response.status(route.success.status);
    const principal = principalOf(response);
    const answer = await route.handle({ request, response, principal, params, body, query });
    if (answer !== undefined) response.json(answer);
    else if (route.success.status === 204) response.end();
  };
}

export function createRouter(routes: readonly Route[], authorizer: Authorizer): Router {
  const router = Router();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    router[route.method](path, authorizing(route, authorizer), ...reading(route), handling(route));
  }
  return router;
}
