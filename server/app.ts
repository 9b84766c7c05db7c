// Wires the HTTP side together: the long poll, middleware, the routes, one error handler, the built client.
import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import type { Route } from './access/route.ts';
import { createRouter, type RouterDeps } from './access/router.ts';
import { createErrorHandler, notFound } from './http/errors.ts';
import { createGuard, createIsOurName, type IsOurName } from './http/guard.ts';
import { createHeaders } from './http/headers.ts';
import { createHealth } from './http/health.ts';
import { requireJson } from './http/requests.ts';
import type { Trust } from './http/tls/plain-answers.ts';
import type { Tls } from './open-tls.ts';
import { createPages, type PagesDeps } from './pages/pages.ts';
import { createSecurityTxt, type SecurityTxtDeps } from './pages/security-txt.ts';
import { createThankYou } from './pages/thank-you.ts';
import { trustPath } from './pages/trust/paths.ts';
import { createPlainTrust, createTrust } from './pages/trust/trust.ts';
import type { ChangeFeed } from './payments/change-feed.ts';
import { createLongPoll } from './payments/screen/long-poll.ts';
import { createReadModel, type ScreenDeps } from './payments/screen/read-model.ts';
import { createRoutes, type RoutesDeps } from './routes.ts';

type Made = keyof Access | 'isOurName' | 'readTill' | 'exports';

export type AppDeps = Omit<RoutesDeps & RouterDeps & PagesDeps & ScreenDeps & SecurityTxtDeps, Made> & {
  access: Access;
  changeFeed: ChangeFeed;
  /** The name that the shop has given this server; null is none but its addresses. */
  publicUrl: URL | null;
  /** With what the server itself proves itself over https; null is not at all. */
  certificate: Pick<Tls, 'names' | 'root'> | null;
  /** Addresses whose word on where a request comes from is taken. */
  trustedProxies: string[];
  log: Logger;
};

const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** @returns `handle`, which a server is given: the long poll, and `app` behind it; `routes`, those of the API; `isOurName`, of a `Host`; `trust`, for plain http. */
export function createApp(deps: AppDeps): {
  app: Express;
  handle: RequestListener;
  isOurName: IsOurName;
  trust: Trust | null;
  routes: readonly Route[];
} {
  const { access, publicUrl, certificate } = deps;
  const isOurName = createIsOurName(publicUrl, certificate?.names);
  const trust = certificate?.root ? createTrust({ ...deps, root: certificate.root }) : null;
  const inside = { ...deps, ...access, isOurName, readTill: createReadModel(deps) };
  const routes = createRoutes(inside);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustedProxies);
  // A name that only a device which trusts the shop's own authority gets to is not to be insisted on.
  const isForAll = publicUrl?.protocol === 'https:' && !certificate?.root;
  app.use(createHeaders(isForAll), createGuard(publicUrl, isOurName));
  app.use(
    createHealth({ check: () => deps.store.check(), isStopping: deps.changeFeed.closed, clock: deps.clock }),
    createSecurityTxt(deps),
    createThankYou(),
    ...(trust === null ? [] : [trust]),
  );
  app.use('/api', neverStored, requireJson);
  app.use(createRouter(routes, inside));
  app.use('/api', notFound);
  app.use(createPages(inside));
  app.use(createErrorHandler(deps.log));
  const plainTrust = trust && { path: trustPath, answer: createPlainTrust(trust) };
  return { app, handle: createLongPoll(inside, app), isOurName, trust: plainTrust, routes };
}
